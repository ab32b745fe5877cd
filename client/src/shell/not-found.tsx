import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { homeFor } from '../platform/navigation.ts'
import { paths } from '../platform/paths.ts'
import { useSession } from '../platform/session.tsx'
import { Missing } from '../ui/loaded-page.tsx'

export const NotFound = () => {
  const { t } = useTranslation()
  const session = useSession()
  return (
    <Missing
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
  )
}
