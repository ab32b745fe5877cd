import { useTranslation } from 'react-i18next'
import { spelled } from '../../platform/spelled.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import classes from './rooms.module.css'

/** No room is open yet: what is new, and what a room keeps to itself. */
export const NoRoom = () => {
  const { t } = useTranslation('chat')
  const { data } = useAnswer(listRooms, {})
  const unread = data?.items.filter((room) => room.unread > 0).length ?? 0
  const title =
    data?.items.length === 0
      ? t('none.title')
      : unread > 0
        ? t('list.news', { count: unread, spelled: spelled(unread, { capital: true }) })
        : t('list.noNews')
  return (
    <section className={classes['welcome']}>
      <PageTitle tabTitle={title}>{title}</PageTitle>
      {data?.items.length === 0 ? (
        <p className="muted">{t('none.text')}</p>
      ) : (
        <Card flat className="wide-only">
          <p>{t('list.choose')}</p>
          <Ticks items={[t('list.told'), t('list.alone'), t('list.kept')]} />
        </Card>
      )}
    </section>
  )
}
