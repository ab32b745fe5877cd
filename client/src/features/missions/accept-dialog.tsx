import { useTranslation } from 'react-i18next'
import { acceptMilestone } from '@mutuo/shared/missions/mission.endpoints.ts'
import { money } from '../../platform/format.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { DialogProps } from './dialog-props.ts'
import { useMissionAct } from './use-mission-act.ts'

export const AcceptDialog = ({ milestone, mission, isOpen, onClose }: DialogProps) => {
  const { t } = useTranslation('missions')
  const act = useMissionAct(acceptMilestone, t('accept.done'))
  const words = { amount: money(milestone.myAmountMinor ?? 0), name: mission.freelancer.name }
  return (
    <Confirm
      isOpen={isOpen}
      onClose={onClose}
      title={t('accept.title', { title: milestone.title })}
      confirmLabel={t('answer.accept')}
      onConfirm={() => act.mutateAsync({ missionId: mission.id, milestoneId: milestone.id })}
    >
      <p>{t(`accept.${milestone.acceptance.rule}`, words)}</p>
      <p>{t('accept.final')}</p>
    </Confirm>
  )
}
