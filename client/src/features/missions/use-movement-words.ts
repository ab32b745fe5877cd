import { useTranslation } from 'react-i18next'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'

/** A movement of the books in one sentence; its label names the milestone that it belongs to. */
export const useMovementWords = (mission: MissionView | undefined) => {
  const { t } = useTranslation('missions')
  return ({ kind, label, amountMinor }: MissionMoney['movements'][number]) => {
    const title = mission?.milestones.find((milestone) => milestone.id === label)?.title
    const words = t(`movement.${kind}`, { amount: money(amountMinor), name: mission?.freelancer.name ?? '' })
    return title ? t('movement.of', { title, words }) : words
  }
}
