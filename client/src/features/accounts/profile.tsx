import { useState, type FormEvent } from 'react'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { updateAccount } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { Locale } from '@mutuo/shared/accounts/account.schema.ts'
import { issuesOf, problemText } from '../../platform/problem-text.ts'
import { useSession, useTakeSession } from '../../platform/session.tsx'
import { useAct } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
]

export const Profile = () => {
  const { t } = useTranslation('accounts')
  const { user } = useSession()
  const takeSession = useTakeSession()
  const [name, setName] = useState(user?.name ?? '')
  const [locale, setLocale] = useState<Locale>(user?.locale ?? 'fr')
  const errors = useFormErrors<'name'>()
  const act = useAct(updateAccount, {
    onDone: async (session) => {
      await takeSession(session, 'changed')
      toastDone(t('account.saved'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!errors.check({ name: name.trim() ? undefined : t('fields.nameMissing') })) return
    act.mutate({ name, locale }, { onError: (error) => errors.refuse(issuesOf(error), problemText(error), ['name']) })
  }
  return (
    <Card aria-labelledby="profil">
      <h2 id="profil">{t('account.profile')}</h2>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary errors={errors.list} />
        <TextInput
          id="name"
          label={t('fields.name')}
          autoComplete="name"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errors.of('name')}
        />
        <TextInput label={t('fields.email')} value={user?.email ?? ''} readOnly description={t('account.emailFixed')} />
        <NativeSelect
          label={t('account.language')}
          description={t('account.languageHint')}
          data={languages}
          value={locale}
          onChange={(event) => setLocale(event.currentTarget.value as Locale)}
        />
        <div className="row">
          <Button type="submit" loading={act.isPending}>
            {t('common:actions.save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
