import { useState } from 'react'
import { IconPackage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { AbilityButton, abilityFor } from '../../ui/ability-button.tsx'
import { DeliverDialog } from './deliver-dialog.tsx'

/** The freelancer delivers, or delivers again after corrections. */
export const DeliverMilestone = ({ milestone, mission }: { milestone: MilestoneView; mission: MissionView }) => {
  const { t } = useTranslation('missions')
  const [isOpen, setOpen] = useState(false)
  const ability = abilityFor(milestone.abilities, 'deliver')
  if (!ability) return null
  const first = mission.milestones.find((each) => abilityFor(each.abilities, 'deliver')?.allowed)
  return (
    <div>
      <AbilityButton
        ability={ability}
        variant={first?.id === milestone.id ? 'filled' : 'outline'}
        leftSection={<IconPackage className="ico" aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t(milestone.state === 'changes_requested' ? 'deliver.again' : 'deliver.go')}
      </AbilityButton>
      <DeliverDialog milestone={milestone} mission={mission} isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  )
}
