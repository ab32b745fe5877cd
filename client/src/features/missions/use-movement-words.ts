import { useTranslation } from 'react-i18next'
import type { MissionMoney } from '@mutuo/shared/billing/billing.schema.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { money } from '../../platform/format.ts'

type Movement = MissionMoney['movements'][number]

/** A movement of the books in words, its milestone first: with its amount as a sentence, without it as a name. */
export const useMovementWords = (mission: MissionView | undefined) => {
  const { t } = useTranslation('missions')
  const ofMilestone = (label: string, words: string) => {
    const title = mission?.milestones.find((milestone) => milestone.id === label)?.title
    return title ? t('movement.of', { title, words }) : words
  }
  const name = mission?.freelancer.name ?? ''
  return {
    sentence: ({ kind, label, amountMinor }: Movement) => ofMilestone(label, t(`movement.${kind}`, { amount: money(amountMinor), name })),
    kind: ({ kind, label }: Movement) => ofMilestone(label, t(`movementKind.${kind}`, { name })),
  }
}
