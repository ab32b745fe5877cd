import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { homeFor } from '../platform/navigation.ts'
import { paths } from '../platform/paths.ts'
import { useSession } from '../platform/session.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'

/** An address that leads nowhere, or to something that this reader may not see: both look the same. */
export const NotFound = () => {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        title={t('notFound.subtitle')}
        text={t('notFound.text')}
        seats={{ filled: 5, seats: 6 }}
        actions={
          <>
            <Button component={Link} to={homeFor(session)}>
              {t('actions.home')}
            </Button>
            <Button component={Link} to={paths.help} variant="outline">
              {t('footer.help')}
            </Button>
          </>
        }
      />
    </Page>
  )
}
