import { useTranslation } from 'react-i18next'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { homeFor } from '../../platform/navigation.ts'
import { paths } from '../../platform/paths.ts'
import { useSession, useTakeSession } from '../../platform/session.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { nextPage } from './next-page.ts'

export const SignInPage = () => {
  const { t } = useTranslation('accounts')
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const session = useSession()
  const takeSession = useTakeSession()
  const next = nextPage(search)
  if (session.isSignedIn) return <Navigate to={next ?? homeFor(session)} replace />
  return (
    <Page title={t('signIn.title')} narrow>
      {next && <Callout>{t('signIn.needed')}</Callout>}
      <Card>
        <SignInForm
          email={search.get('email') ?? ''}
          onSignedIn={async (given) => {
            await takeSession(given)
            await navigate(next ?? homeFor(given), { replace: true })
          }}
        />
      </Card>
      <p>
        {t('signIn.noAccount')} <Link to={paths.signUp + (next ? `?suite=${encodeURIComponent(next)}` : '')}>{t('common:nav.signUp')}</Link>
      </p>
    </Page>
  )
}
