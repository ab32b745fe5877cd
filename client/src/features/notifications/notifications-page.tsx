import { useTranslation } from 'react-i18next'
import { listNotifications } from '@mutuo/shared/notifications/notification.endpoints.ts'
import { spelled } from '../../platform/spelled.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Page } from '../../ui/page.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { News } from './news.tsx'
import { PreferencesCard } from './preferences-card.tsx'

/** What happened and what waits, each with the way to the page where it is done; and what is written by letter. */
export const NotificationsPage = () => {
  const { t } = useTranslation('notifications')
  const { data } = useAnswer(listNotifications, { limit: 1 })
  const unread = data?.unread ?? 0
  const title = unread > 0 ? t('title.unread', { count: unread, spelled: spelled(unread, { capital: true }) }) : t('title.none')
  return (
    <Page title={title} tabTitle={t('tabTitle')} narrow>
      <Tabs
        label={t('tabs.label')}
        items={[
          { value: 'nouvelles', label: t('tabs.news'), panel: <News /> },
          { value: 'reglages', label: t('tabs.preferences'), panel: <PreferencesCard /> },
        ]}
      />
    </Page>
  )
}
