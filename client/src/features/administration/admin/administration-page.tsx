import { useTranslation } from 'react-i18next'
import { ReportedReviews } from '../../../platform/reviews/reported-reviews.tsx'
import { useSession } from '../../../platform/session.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page } from '../../../ui/page.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { AuditLog } from './audit-log.tsx'
import { Books } from './books.tsx'
import { Users } from './users.tsx'

/** What the platform's administrators see: people, what was done, and the books. */
export const AdministrationPage = () => {
  const { t } = useTranslation('administration-admin')
  const { user } = useSession()
  return (
    <Page title={t('title')} lead={t('lead')}>
      {user?.isAdmin ? (
        <Tabs
          label={t('title')}
          items={[
            { value: 'personnes', label: t('users.tab'), panel: <Users /> },
            { value: 'journal', label: t('audit.tab'), panel: <AuditLog /> },
            { value: 'avis', label: t('reviews.tab'), panel: <ReportedReviews /> },
            { value: 'comptes', label: t('books.tab'), panel: <Books /> },
          ]}
        />
      ) : (
        <EmptyState title={t('notAdmin')} text={t('notAdminText')} />
      )}
    </Page>
  )
}
