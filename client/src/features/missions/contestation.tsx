import { useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'
import { useSession } from '../../platform/session.tsx'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { SettleDialog } from './settle-dialog.tsx'

type Props = { one: MilestoneView['contested'][number]; milestone: MilestoneView; mission: MissionView }

/** A firm contests its part and its part alone; itself or the association may lift that. */
export const Contestation = ({ one, milestone, mission }: Props) => {
  const { t } = useTranslation('missions')
  const { active } = useSession()
  const [isSettling, setSettling] = useState(false)
  const { firm, amountMinor, reason } = one
  const isMine = firm.id === active?.id
  const maySettle = abilityFor(milestone.abilities, 'settle')?.allowed && (isMine || mission.group.association.id === active?.id)
  const association = mission.group.association.name
  const held = amountMinor === undefined ? t('contested.held') : t('contested.heldAmount', { amount: money(amountMinor) })
  return (
    <Callout
      tone="plain"
      icon={<FirmMark of={firm} size="sm" />}
      actions={
        maySettle && (
          <Button size="sm" variant="outline" onClick={() => setSettling(true)}>
            {t(isMine ? 'contested.lift' : 'contested.settle')}
          </Button>
        )
      }
    >
      <p>
        <b>{isMine ? t('contested.mine') : t('contested.other', { name: firm.name })}</b> {held} {t('contested.rest')}{' '}
        {t('contested.mediator', { association })}
      </p>
      {reason && <p>{t('contested.reason', { reason })}</p>}
      <SettleDialog
        firm={firm}
        milestone={milestone}
        mission={mission}
        isMine={isMine}
        isOpen={isSettling}
        onClose={() => setSettling(false)}
      />
    </Callout>
  )
}
