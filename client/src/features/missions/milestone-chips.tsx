import { IconAlertTriangle, IconClock, IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { day, money } from '../../platform/format.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import type { Role } from './role-in.ts'

type Props = { mission: MissionView; milestone: MilestoneView; role: Role }

/** The state, what is contested, and whose lot it is. */
export const MilestoneChips = ({ mission, milestone, role }: Props) => {
  const { t } = useTranslation('missions')
  const { contested, lot } = milestone
  const amounts = contested.flatMap((one) => (one.amountMinor === undefined ? [] : [one.amountMinor]))
  const isSaid = amounts.length === contested.length
  const isPrivate = lot.kind === 'own' && role === 'firm'
  return (
    <div className="row">
      <StateChipOf milestone={milestone} />
      {contested.length > 0 && milestone.state !== 'contested' && (
        <Chip tone="bad" icon={<IconAlertTriangle aria-hidden="true" />}>
          {isSaid ? t('chips.contestedAmount', { amount: money(sumMinor(amounts)) }) : t('chips.contested', { count: contested.length })}
        </Chip>
      )}
      <Chip tone="plain" icon={isPrivate ? <IconLock aria-hidden="true" /> : undefined}>
        {isPrivate ? t('chips.private', { name: mission.freelancer.name }) : t(`chips.${lot.kind}`)}
      </Chip>
    </div>
  )
}

const StateChipOf = ({ milestone }: { milestone: MilestoneView }) => {
  const { t } = useTranslation('missions')
  const { state, delivery, amountMinor, transferredMinor, dueOn } = milestone
  if (state === 'delivered' && delivery)
    return (
      <Chip tone="ocre" icon={<IconClock aria-hidden="true" />}>
        {t('chips.delivered', { on: day(delivery.deliveredAt), by: day(delivery.tacitAt) })}
      </Chip>
    )
  if (state === 'planned') return <Chip tone="plain">{t('chips.planned', { on: day(dueOn, { weekday: true }) })}</Chip>
  const isInPart = state === 'accepted' && transferredMinor !== undefined && transferredMinor > 0 && transferredMinor !== amountMinor
  if (isInPart) return <Chip tone="ok">{t('chips.inPart', { amount: money(transferredMinor) })}</Chip>
  return <StateBadge process="milestone" state={state} />
}
