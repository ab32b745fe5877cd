import { WHOLE_BP } from '@mutuo/shared/bids/bid.rules.ts'
import type { BidContent, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { firstMilestones } from '@mutuo/shared/bids/first-milestones.ts'
import { splitByWeight } from '@mutuo/shared/money/largest-remainder.ts'
import type { Lot, NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { newId } from '../../platform/new-id.ts'

export type TierDraft = { minFirms: number | null; commonMinor: number | null; perFirmMinor: number | null }
export type MilestoneDraft = { id: string; lotId: string; title: string; description: string; partBp: number | null; dueOn: string }

/** A bid as it is being typed: what is still empty is null. `parts` are basis points of the tier's figure, by lot. */
export type BidDraft = {
  id: string
  tiers: TierDraft[]
  parts: Record<string, number | null>
  milestones: MilestoneDraft[]
  startsOn: string
  deliversOn: string
  letter: string
  conditions: string[] | undefined
}

export const lotsOf = (need: NeedView, kind: Lot['kind']) => need.content.lots.filter((lot) => lot.kind === kind)

export const newMilestone = (lotId: string): MilestoneDraft => ({ id: newId(), lotId, title: '', description: '', partBp: null, dueOn: '' })

/** One tier from the need's minimum on, its lots in the proportions of their targets, in the steps that the need expects. */
export const newDraft = (need: NeedView): BidDraft => ({
  id: newId(),
  tiers: [{ minFirms: need.content.minFirms, commonMinor: null, perFirmMinor: null }],
  parts: { ...partsByTarget(lotsOf(need, 'common')), ...partsByTarget(lotsOf(need, 'own')) },
  milestones: firstMilestones(need.content).map(({ partOfLotBp, ...step }) => ({ ...step, id: newId(), partBp: partOfLotBp })),
  startsOn: need.content.startsOn,
  deliversOn: '',
  letter: '',
  conditions: undefined,
})

const partsByTarget = (lots: readonly Lot[]): Record<string, number> => {
  const targets = lots.map((lot) => lot.targetMinor)
  const weights = targets.some((target) => target > 0) ? targets : targets.map(() => 1)
  const ids = lots.map((lot) => lot.id)
  const parts = lots.length === 0 ? [] : splitByWeight(WHOLE_BP, weights, ids)
  return Object.fromEntries(ids.map((id, index) => [id, parts[index] ?? 0]))
}

export const draftOf = ({ id }: BidView, content: BidContent): BidDraft => ({
  id,
  tiers: content.tiers.map((tier) => ({ ...tier })),
  parts: Object.fromEntries([...content.commonLots, ...content.ownLots].map(({ lotId, partBp }) => [lotId, partBp])),
  milestones: content.milestones.map(({ partOfLotBp, ...milestone }) => ({ ...milestone, partBp: partOfLotBp })),
  startsOn: content.startsOn,
  deliversOn: content.deliversOn,
  letter: content.letter,
  conditions: content.conditions,
})

/** What is sent: a lot that is alone of its kind takes the whole figure. */
export const contentOf = (draft: BidDraft, need: NeedView): BidContent => {
  const partsOf = (kind: Lot['kind']) => {
    const lots = lotsOf(need, kind)
    return lots.map(({ id }) => ({ lotId: id, partBp: lots.length === 1 ? WHOLE_BP : (draft.parts[id] ?? 0) }))
  }
  return {
    tiers: draft.tiers.map(({ minFirms, commonMinor, perFirmMinor }) => ({
      minFirms: minFirms ?? 1,
      commonMinor: commonMinor ?? 0,
      perFirmMinor: perFirmMinor ?? 0,
    })),
    commonLots: partsOf('common'),
    ownLots: partsOf('own'),
    milestones: draft.milestones.map(({ partBp, title, description, ...milestone }) => ({
      ...milestone,
      title: title.trim(),
      description: description.trim(),
      partOfLotBp: partBp ?? 0,
    })),
    startsOn: draft.startsOn,
    deliversOn: draft.deliversOn,
    letter: draft.letter.trim(),
    ...(draft.conditions && { conditions: draft.conditions }),
  }
}
