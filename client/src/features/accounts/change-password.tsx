import { useState, type FormEvent } from 'react'
import { Button, PasswordInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { changePassword } from '@mutuo/shared/accounts/account.endpoints.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { passwordFault } from './password-fault.ts'

const empty = { current: '', password: '' }

export const ChangePassword = () => {
  const { t } = useTranslation('accounts')
  const [form, setForm] = useState(empty)
  const errors = useFormErrors<keyof typeof empty>()
  const act = useAct(changePassword, {
    onDone: () => {
      setForm(empty)
      toastDone(t('account.passwordChanged'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = errors.check({
      current: form.current ? undefined : t('fields.passwordMissing'),
      password: passwordFault(form.password, t),
    })
    if (isComplete) act.mutate(form, { onError: (error) => errors.refuse(issuesOf(error), problemText(error), ['current', 'password']) })
  }
  const field = (name: keyof typeof empty) => ({
    id: name,
    value: form[name],
    maxLength: 128,
    onChange: (event: { currentTarget: { value: string } }) => setForm({ ...form, [name]: event.currentTarget.value }),
    error: errors.of(name),
    visibilityToggleButtonProps: { 'aria-label': t('fields.showPassword') },
  })
  return (
    <Card aria-labelledby="mot-de-passe">
      <h2 id="mot-de-passe">{t('account.password')}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors.list} />
        <PasswordInput {...field('current')} label={t('account.currentPassword')} autoComplete="current-password" />
        <PasswordInput
          {...field('password')}
          label={t('fields.newPassword')}
          description={t('fields.passwordHint')}
          autoComplete="new-password"
        />
        <div className="row">
          <Button type="submit" variant="outline" loading={act.isPending}>
            {t('account.changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
