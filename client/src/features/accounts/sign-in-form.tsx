import { useState, type FormEvent } from 'react'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { resendConfirmation, signIn } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { SessionView } from '@mutuo/shared/accounts/account.schema.ts'
import { ApiProblem } from '../../platform/api.ts'
import { paths } from '../../platform/paths.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone, toastProblem } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'

type Props = { email?: string; isEmailFixed?: boolean; onSignedIn: (session: SessionView) => unknown }

/** Address and password; pasting and password managers welcome. */
export const SignInForm = ({ email: given = '', isEmailFixed = false, onSignedIn }: Props) => {
  const { t } = useTranslation('accounts')
  const [email, setEmail] = useState(given)
  const [password, setPassword] = useState('')
  const errors = useFormErrors<'email' | 'password'>()
  const act = useAct(signIn, { onDone: onSignedIn })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = errors.check({
      email: email.includes('@') ? undefined : t('fields.emailMissing'),
      password: password ? undefined : t('fields.passwordMissing'),
    })
    if (isComplete)
      act.mutate({ email, password }, { onError: (error) => errors.refuse(issuesOf(error), problemText(error), ['email', 'password']) })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors.list} prefix="sign-in-" />
      {act.error instanceof ApiProblem && act.error.code === 'EMAIL_NOT_CONFIRMED' && <SendAgain email={email} />}
      <TextInput
        id="sign-in-email"
        label={t('fields.email')}
        type="email"
        autoComplete="username"
        inputMode="email"
        value={email}
        readOnly={isEmailFixed}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errors.of('email')}
      />
      <PasswordInput
        id="sign-in-password"
        label={t('fields.password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={errors.of('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
        data-autofocus={isEmailFixed || undefined}
      />
      <div className="row between">
        <Button type="submit" loading={act.isPending}>
          {t('signIn.go')}
        </Button>
        <Link className="link" to={paths.forgotPassword}>
          {t('signIn.forgot')}
        </Link>
      </div>
    </form>
  )
}

const SendAgain = ({ email }: { email: string }) => {
  const { t } = useTranslation('accounts')
  const act = useAct(resendConfirmation, { onDone: () => toastDone(t('confirm.sentAgain')) })
  return (
    <Button variant="outline" loading={act.isPending} onClick={() => act.mutate({ email }, { onError: toastProblem })}>
      {t('confirm.sendAgain')}
    </Button>
  )
}
