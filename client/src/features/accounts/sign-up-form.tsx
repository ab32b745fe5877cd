import { useState, type FormEvent } from 'react'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { signUp } from '@mutuo/shared/accounts/account.endpoints.ts'
import { newId } from '../../platform/new-id.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useAct } from '../../platform/use-endpoint.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { useFormErrors } from '../../ui/use-form-errors.ts'
import { passwordFault } from './password-fault.ts'

type Field = 'name' | 'email' | 'password'
type Props = { invitation: string | undefined; givenEmail: string; onSent: (email: string) => void }

export const SignUpForm = ({ invitation, givenEmail, onSent }: Props) => {
  const { t, i18n } = useTranslation('accounts')
  const [id] = useState(newId)
  const [form, setForm] = useState({ name: '', email: givenEmail, password: '' })
  const errors = useFormErrors<Field>()
  const act = useAct(signUp, { onDone: (_, input) => onSent(input.email) })
  const set = (field: Field) => (event: { currentTarget: { value: string } }) => setForm({ ...form, [field]: event.currentTarget.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isComplete = errors.check({
      name: form.name.trim() ? undefined : t('fields.nameMissing'),
      email: /.+@.+\..+/.test(form.email) ? undefined : t('fields.emailMissing'),
      password: passwordFault(form.password, t),
    })
    if (!isComplete) return
    const input = { id, ...form, locale: i18n.language === 'en' ? ('en' as const) : ('fr' as const), ...(invitation ? { invitation } : {}) }
    act.mutate(input, { onError: (error) => errors.refuse(issuesOf(error), problemText(error), ['name', 'email', 'password']) })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <ErrorSummary errors={errors.list} />
      <TextInput
        id="name"
        label={t('fields.name')}
        description={t('fields.nameHint')}
        autoComplete="name"
        maxLength={80}
        value={form.name}
        onChange={set('name')}
        error={errors.of('name')}
      />
      <TextInput
        id="email"
        label={t('fields.email')}
        type="email"
        inputMode="email"
        autoComplete="username"
        maxLength={254}
        value={form.email}
        onChange={set('email')}
        error={errors.of('email')}
      />
      <PasswordInput
        id="password"
        label={t('fields.newPassword')}
        description={t('fields.passwordHint')}
        autoComplete="new-password"
        maxLength={128}
        value={form.password}
        onChange={set('password')}
        error={errors.of('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('fields.showPassword') }}
      />
      <div className="row">
        <Button type="submit" loading={act.isPending}>
          {t('signUp.go')}
        </Button>
      </div>
    </form>
  )
}
