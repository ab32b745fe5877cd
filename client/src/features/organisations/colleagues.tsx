import { useState } from 'react'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getOrganisation, inviteColleague, removeColleague } from '@mutuo/shared/organisations/organisation.endpoints.ts'
import type { OrganisationView } from '@mutuo/shared/organisations/organisation.schema.ts'
import { issuesOf, problemText, sentenceOf } from '../../platform/problem-text.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { toastDone } from '../../ui/toast.ts'
import { useFormErrors } from '../../ui/use-form-errors.ts'

type Member = NonNullable<OrganisationView['own']>['members'][number]
type Props = { organisationId: string; members: readonly Member[] }

/** Who acts for the organisation; its owners invite and remove. */
export const Colleagues = ({ organisationId, members }: Props) => {
  const { t } = useTranslation('organisations')
  const { user } = useSession()
  const [leaving, setLeaving] = useState<Member>()
  const remove = useAct(removeColleague, { invalidates: [keyOf(getOrganisation)] })
  const isOwner = members.some(({ userId, role }) => userId === user?.id && role === 'owner')
  return (
    <Card aria-labelledby="personnes">
      <h2 id="personnes">{t('facts.people')}</h2>
      <ul className="stack tight">
        {members.map((member) => (
          <li key={member.userId} className="row between">
            <span>
              {member.name} <Chip tone="plain">{t(`roles.${member.role}`)}</Chip>
            </span>
            {isOwner && member.userId !== user?.id && (
              <Button size="sm" variant="subtle" onClick={() => setLeaving(member)}>
                {t('common:actions.remove')} <span className="sr">{member.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOwner ? <Invite organisationId={organisationId} /> : <p className="muted">{sentenceOf('OWNER_ONLY')}</p>}
      <Confirm
        isOpen={leaving !== undefined}
        onClose={() => setLeaving(undefined)}
        title={t('colleagues.removeTitle', { name: leaving?.name })}
        confirmLabel={t('common:actions.remove')}
        danger
        onConfirm={async () => {
          if (leaving) await remove.mutateAsync({ organisationId, userId: leaving.userId })
        }}
      >
        <p>{t('colleagues.removeText')}</p>
      </Confirm>
    </Card>
  )
}

const Invite = ({ organisationId }: { organisationId: string }) => {
  const { t } = useTranslation('organisations')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Member['role']>('member')
  const errors = useFormErrors<'email'>()
  const act = useAct(inviteColleague, {
    onDone: (_, input) => {
      setEmail('')
      toastDone(t('colleagues.sent', { email: input.email }))
    },
  })
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    if (!errors.check({ email: /.+@.+\..+/.test(email) ? undefined : t('colleagues.emailMissing') })) return
    act.mutate({ organisationId, email, role }, { onError: (error) => errors.refuse(issuesOf(error), problemText(error), ['email']) })
  }
  return (
    <form className="stack tight" onSubmit={submit} noValidate>
      <h3>{t('colleagues.invite')}</h3>
      <ErrorSummary errors={errors.list} />
      <TextInput
        id="email"
        type="email"
        inputMode="email"
        autoComplete="off"
        label={t('colleagues.email')}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errors.of('email')}
      />
      <NativeSelect
        label={t('colleagues.role')}
        data={(['member', 'owner'] as const).map((value) => ({ value, label: t(`colleagues.${value}`) }))}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as Member['role'])}
      />
      <Button type="submit" variant="outline" loading={act.isPending}>
        {t('colleagues.send')}
      </Button>
    </form>
  )
}
