import { useState, type FormEvent } from 'react'
import { Button, PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { resetPassword } from '@mutuo/shared/accounts/account.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Page } from '../../ui/page.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { passwordFault } from './password-fault.ts'

/** Reached from the letter. Every other session of the account ends. */
export const ResetPasswordPage = () => {
  const { t } = useTranslation('accounts')
  const [search] = useSearchParams()
  const [password, setPassword] = useState('')
  const errors = useFormErrors<'password'>()
  const act = useAct(resetPassword)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!errors.check({ password: passwordFault(password, t) })) return
    act.mutate({ token: search.get('token') ?? '', password }, { onError: (error) => errors.refuse({}, problemText(error), ['password']) })
  }
  return (
    <Page title={t('reset.title')} lead={t('reset.lead')} narrow>
      {act.isSuccess ? (
        <Callout tone="ok" live actions={<Link to={paths.signIn}>{t('common:nav.signIn')}</Link>}>
          {t('reset.done')}
        </Callout>
      ) : (
        <Card>
          <form className="stack" onSubmit={submit} noValidate>
            <ErrorSummary errors={errors.list} />
            <PasswordInput
              id="password"
              label={t('fields.newPassword')}
              description={t('fields.passwordHint')}
              autoComplete="new-password"
              maxLength={128}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              error={errors.of('password')}
              visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
            />
            <div className="row">
              <Button type="submit" loading={act.isPending}>
                {t('reset.go')}
              </Button>
              <Link className="link" to={paths.forgotPassword}>
                {t('reset.newLink')}
              </Link>
            </div>
          </form>
        </Card>
      )}
    </Page>
  )
}
