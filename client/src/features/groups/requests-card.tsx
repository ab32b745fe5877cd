import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { approveMembership, getGroup, refuseMembership } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView, MemberView } from '@mutuo/shared/groups/group.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { toastDone } from '../../ui/toast.ts'
import { When } from '../../ui/when.tsx'

/** Firms that ask to join, with what speaks for them. */
export const RequestsCard = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const waiting = (group.members ?? []).filter(({ state }) => state === 'requested')
  if (waiting.length === 0) return null
  return (
    <Card edge="ocre" aria-labelledby="demandes">
      <CardHead id="demandes" title={t('requests.title', { count: waiting.length })} hint={t('requests.hint')} />
      <ul className="stack">
        {waiting.map((member) => (
          <Request key={member.membershipId} group={group} member={member} />
        ))}
      </ul>
    </Card>
  )
}

const Request = ({ group, member }: { group: GroupView; member: MemberView }) => {
  const { t } = useTranslation('groups')
  const [isRefusing, setRefusing] = useState(false)
  const ids = { groupId: group.id, membershipId: member.membershipId }
  const approve = useAct(approveMembership, {
    invalidates: [keyOf(getGroup)],
    onDone: () => toastDone(t('requests.approved', { firm: member.firm.name })),
  })
  const facts = [
    ...(member.isSiretVerified ? [t('requests.siret')] : []),
    ...(member.headcount === undefined ? [] : [t('requests.headcount', { count: member.headcount })]),
    ...(member.charterSignedAt ? [t('requests.charter')] : []),
  ]
  return (
    <li className="stack tight">
      <FirmName of={member.firm} note={member.firm.commune} />
      <p className="muted">
        <When at={member.since} as="relative" />
        {member.note && <> · « {member.note} »</>}
      </p>
      {facts.length > 0 && <Ticks items={facts} />}
      <div className="row">
        <AbilityButton
          ability={abilityFor(member.abilities, 'approve')}
          size="sm"
          pending={approve.isPending}
          onClick={() => approve.mutate(ids)}
        >
          {t('requests.approve')}
        </AbilityButton>
        <AbilityButton ability={abilityFor(member.abilities, 'refuse')} size="sm" variant="subtle" onClick={() => setRefusing(true)}>
          {t('requests.refuse')}
        </AbilityButton>
      </div>
      {isRefusing && <Refuse {...ids} firm={member.firm.name} onClose={() => setRefusing(false)} />}
    </li>
  )
}

const Refuse = ({ groupId, membershipId, firm, onClose }: { groupId: string; membershipId: string; firm: string; onClose: () => void }) => {
  const { t } = useTranslation('groups')
  const [reason, setReason] = useState('')
  const act = useAct(refuseMembership, { invalidates: [keyOf(getGroup)] })
  const words = reason.replace(/\s+/g, ' ').trim()
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t('requests.refuseTitle', { firm })}
      confirmLabel={t('requests.refuse')}
      disabled={words === ''}
      onConfirm={() => act.mutateAsync({ groupId, membershipId, reason: words })}
    >
      <Textarea
        label={t('requests.reason')}
        description={t('requests.reasonHint')}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
