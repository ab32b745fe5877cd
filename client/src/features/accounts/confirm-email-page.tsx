import { useEffect, useRef } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { confirmEmail } from '@mutuo/shared/accounts/account.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'

/** Reached from the letter: the token is used once, as soon as the page opens. */
export const ConfirmEmailPage = () => {
  const { t } = useTranslation('accounts')
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const invitation = search.get('invitation')
  const act = useAct(confirmEmail)
  const isSent = useRef(false)
  const { mutate } = act
  useEffect(() => {
    if (isSent.current) return
    isSent.current = true
    mutate({ token })
  }, [mutate, token])
  if (act.isSuccess)
    return (
      <Page title={t('confirm.done')} lead={t('confirm.doneText')} narrow>
        <div className="row">
          <Button
            component={Link}
            to={`${paths.signIn}?suite=${encodeURIComponent(invitation ? paths.invitation(invitation) : paths.onboarding)}`}
          >
            {t('common:nav.signIn')}
          </Button>
        </div>
      </Page>
    )
  return (
    <Page title={act.isError ? t('confirm.failed') : t('confirm.title')} narrow>
      {act.isError ? (
        <Callout tone="bad" live actions={<Link to={paths.signIn}>{t('confirm.signInForNew')}</Link>}>
          {problemText(act.error)}
        </Callout>
      ) : (
        <LoadingCards count={1} />
      )}
    </Page>
  )
}
