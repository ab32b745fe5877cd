import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { getAssociationDesk } from '@mutuo/shared/administration/administration.endpoints.ts'
import { approveMembership, getGroup, refuseMembership } from '@mutuo/shared/groups/group.endpoints.ts'
import type { MemberView } from '@mutuo/shared/groups/group.schema.ts'
import { keyOf, useAct } from '../../../platform/use-endpoint.ts'
import { abilityFor, AbilityButton } from '../../../ui/ability-button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { FirmMark } from '../../../ui/firm-mark.tsx'
import { toastDone, toastProblem } from '../../../ui/toast.ts'
import { When } from '../../../ui/when.tsx'
import classes from './desk.module.css'

const invalidates = [keyOf(getAssociationDesk), keyOf(getGroup)]

/** A firm that asks, with what speaks for it. */
export const MembershipRequest = ({ group, member }: { group: { id: string; name: string }; member: MemberView }) => {
  const { t } = useTranslation('administration-desk')
  const [isRefusing, setRefusing] = useState(false)
  const [reason, setReason] = useState('')
  const { firm, membershipId } = member
  const ids = { groupId: group.id, membershipId }
  const approve = useAct(approveMembership, {
    invalidates,
    onDone: () => toastDone(t('memberships.approved', { firm: firm.name, group: group.name })),
  })
  const refuse = useAct(refuseMembership, { invalidates })
  const words = reason.replace(/\s+/g, ' ').trim()
  return (
    <li>
      <FirmMark of={firm} />
      <div>
        <h3>{firm.name}</h3>
        <p className="muted">
          {t('memberships.for', { group: group.name })} <When at={member.since} as="relative" />, {firm.commune}
        </p>
        {member.note && <p>{t('memberships.note', { note: member.note })}</p>}
      </div>
      <ul className={classes['checks']}>
        <Fact isGood={member.isSiretVerified} text={t(member.isSiretVerified ? 'memberships.siret' : 'memberships.noSiret')} />
        {member.headcount !== undefined && <Fact isGood text={t('memberships.headcount', { count: member.headcount })} />}
        <Fact isGood={Boolean(member.charterSignedAt)} text={t(member.charterSignedAt ? 'memberships.charter' : 'memberships.noCharter')} />
      </ul>
      <div className="row">
        <AbilityButton
          ability={abilityFor(member.abilities, 'approve')}
          size="sm"
          pending={approve.isPending}
          onClick={() => approve.mutate(ids, { onError: toastProblem })}
        >
          {t('memberships.approve')}
          <span className="sr">&nbsp;{firm.name}</span>
        </AbilityButton>
        <AbilityButton ability={abilityFor(member.abilities, 'refuse')} size="sm" variant="subtle" onClick={() => setRefusing(true)}>
          {t('memberships.refuse')}
          <span className="sr">&nbsp;{firm.name}</span>
        </AbilityButton>
      </div>
      <Confirm
        isOpen={isRefusing}
        onClose={() => setRefusing(false)}
        title={t('memberships.refuseTitle', { firm: firm.name })}
        confirmLabel={t('memberships.refuse')}
        disabled={words === ''}
        onConfirm={() => refuse.mutateAsync({ ...ids, reason: words })}
      >
        <Textarea
          label={t('memberships.reason')}
          description={t('memberships.reasonHint')}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Confirm>
    </li>
  )
}

const Fact = ({ isGood, text }: { isGood: boolean; text: string }) => {
  const IconOf = isGood ? IconCheck : IconAlertTriangle
  return (
    <li data-warn={isGood ? undefined : ''}>
      <IconOf className="ico sm" aria-hidden="true" /> {text}
    </li>
  )
}
