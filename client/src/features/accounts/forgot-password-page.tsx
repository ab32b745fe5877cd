import { useState, type FormEvent } from 'react'
import { Button, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { askPasswordReset } from '@mutuo/shared/accounts/account.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Page } from '../../ui/page.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'

export const ForgotPasswordPage = () => {
  const { t } = useTranslation('accounts')
  const [email, setEmail] = useState('')
  const errors = useFormErrors<'email'>()
  const act = useAct(askPasswordReset)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!errors.check({ email: email.includes('@') ? undefined : t('fields.emailMissing') })) return
    act.mutate({ email }, { onError: (error) => errors.refuse(issuesOf(error), problemText(error), ['email']) })
  }
  return (
    <Page title={t('forgot.title')} lead={t('forgot.lead')} narrow back={{ to: paths.signIn, label: t('signIn.title') }}>
      {act.isSuccess ? (
        <Callout tone="ok" live>
          {t('forgot.sent')}
        </Callout>
      ) : (
        <Card>
          <form className="stack" onSubmit={submit} noValidate>
            <ErrorSummary errors={errors.list} />
            <TextInput
              id="email"
              label={t('fields.email')}
              type="email"
              inputMode="email"
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              error={errors.of('email')}
            />
            <div className="row">
              <Button type="submit" loading={act.isPending}>
                {t('forgot.go')}
              </Button>
            </div>
          </form>
        </Card>
      )}
    </Page>
  )
}
