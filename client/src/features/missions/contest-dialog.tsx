import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { contestMilestone } from '@mutuo/shared/missions/mission.endpoints.ts'
import { money } from '../../platform/format.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { DialogProps } from './dialog-props.ts'
import { useMissionAct } from './use-mission-act.ts'

export const ContestDialog = ({ milestone, mission, isOpen, onClose }: DialogProps) => {
  const { t } = useTranslation('missions')
  const [reason, setReason] = useState('')
  const act = useMissionAct(contestMilestone, t('contest.done'))
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={t('contest.title', { title: milestone.title })}
      confirmLabel={t('contest.go')}
      danger
      disabled={reason.trim() === ''}
      onConfirm={() => act.mutateAsync({ missionId: mission.id, milestoneId: milestone.id, reason: reason.trim() })}
    >
      <p>{t('contest.text', { amount: money(milestone.myAmountMinor ?? 0), association: mission.group.association.name })}</p>
      <Textarea
        label={t('contest.reason')}
        description={t('contest.reasonHint', { name: mission.freelancer.name, association: mission.group.association.name })}
        maxLength={1000}
        autosize
        minRows={3}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
