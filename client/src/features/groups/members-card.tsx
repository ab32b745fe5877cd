import { useState } from 'react'
import { Button, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { getGroup, restoreMembership, suspendMembership } from '@mutuo/shared/groups/group.endpoints.ts'
import type { GroupView, MemberView } from '@mutuo/shared/groups/group.schema.ts'
import { keyOf, useAct } from '../../platform/use-endpoint.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { FirmName } from '../../ui/firm-mark.tsx'
import classes from './groups.module.css'

const shownFirst = 12

/** Who is in; the association suspends and takes back. */
export const MembersCard = ({ group }: { group: GroupView }) => {
  const { t } = useTranslation('groups')
  const members = (group.members ?? []).filter(({ state }) => state === 'active' || state === 'suspended')
  const [isWhole, setWhole] = useState(members.length <= shownFirst)
  const [suspending, setSuspending] = useState<MemberView>()
  const restore = useAct(restoreMembership, { invalidates: [keyOf(getGroup)] })
  return (
    <Card aria-labelledby="membres">
      <CardHead id="membres" title={t('members.title', { count: members.length })} />
      <ul>
        {members.slice(0, isWhole ? undefined : shownFirst).map((member) => (
          <li key={member.membershipId} className={classes['member']}>
            <FirmName of={member.firm} note={t('members.note', { commune: member.firm.commune, count: member.units })} />
            <span className="row">
              {member.state === 'suspended' && <Chip tone="bad">{t('states:membership.suspended')}</Chip>}
              {abilityFor(member.abilities, 'suspend')?.allowed && (
                <Button size="sm" variant="subtle" onClick={() => setSuspending(member)}>
                  {t('members.suspend')} <span className="sr">{member.firm.name}</span>
                </Button>
              )}
              <AbilityButton
                ability={abilityFor(member.abilities, 'restore')}
                size="sm"
                variant="subtle"
                pending={restore.isPending}
                onClick={() => restore.mutate({ groupId: group.id, membershipId: member.membershipId })}
              >
                {t('members.restore')}
              </AbilityButton>
            </span>
          </li>
        ))}
      </ul>
      {!isWhole && (
        <Button variant="subtle" onClick={() => setWhole(true)}>
          {t('members.all', { count: members.length })}
        </Button>
      )}
      {suspending && <Suspend group={group} member={suspending} onClose={() => setSuspending(undefined)} />}
    </Card>
  )
}

const Suspend = ({ group, member, onClose }: { group: GroupView; member: MemberView; onClose: () => void }) => {
  const { t } = useTranslation('groups')
  const [reason, setReason] = useState('')
  const act = useAct(suspendMembership, { invalidates: [keyOf(getGroup)] })
  const words = reason.replace(/\s+/g, ' ').trim()
  return (
    <Confirm
      isOpen
      danger
      onClose={onClose}
      title={t('members.suspendTitle', { firm: member.firm.name })}
      confirmLabel={t('members.suspend')}
      disabled={words === ''}
      onConfirm={() => act.mutateAsync({ groupId: group.id, membershipId: member.membershipId, reason: words })}
    >
      <p>{t('members.suspendText')}</p>
      <Textarea label={t('members.reason')} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </Confirm>
  )
}
