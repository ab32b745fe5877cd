import type { BidChange, BidContent, Terms } from './bid.schema.ts'

/** What differs between two versions of a bid, in the order in which it matters to who pays: prices, dates, deliverables, words. */
export const changesBetween = (before: BidContent, after: BidContent): BidChange[] => [
  ...tierChanges(before, after),
  ...dateChanges(before, after),
  ...milestoneChanges(before, after),
  ...partChanges(before, after),
  ...conditionChanges(before, after),
  ...(before.letter === after.letter ? [] : [{ what: 'letter' as const }]),
]

/** The bid under other terms. A deliverable that would fall outside the new dates falls on the nearer of them. */
export const withTerms = (content: BidContent, terms: Terms): BidContent => {
  const startsOn = terms.startsOn ?? content.startsOn
  const deliversOn = terms.deliversOn ?? content.deliversOn
  const within = (day: string) => {
    if (terms.deliversOn !== undefined && day > deliversOn) return deliversOn
    return terms.startsOn !== undefined && day < startsOn ? startsOn : day
  }
  const agreed = content.conditions ?? []
  const conditions = terms.condition === undefined || agreed.includes(terms.condition) ? agreed : [...agreed, terms.condition]
  return {
    ...content,
    tiers: terms.tiers ?? content.tiers,
    startsOn,
    deliversOn,
    milestones: content.milestones.map((milestone) => ({ ...milestone, dueOn: within(milestone.dueOn) })),
    ...(conditions.length > 0 && { conditions }),
  }
}

const tierChanges = (before: BidContent, after: BidContent): BidChange[] => {
  const counts = [...new Set([...before.tiers, ...after.tiers].map((tier) => tier.minFirms))].sort((a, b) => a - b)
  return counts.flatMap((minFirms) => {
    const [was, is] = [before, after].map(({ tiers }) => priceIn(tiers, minFirms)) as [Price, Price]
    return isSame(was, is) ? [] : [{ what: 'tier' as const, minFirms, before: was, after: is }]
  })
}

type Price = { commonMinor: number; perFirmMinor: number } | null
const priceIn = (tiers: BidContent['tiers'], minFirms: number): Price => {
  const tier = tiers.find((each) => each.minFirms === minFirms)
  return tier ? { commonMinor: tier.commonMinor, perFirmMinor: tier.perFirmMinor } : null
}

const dateChanges = (before: BidContent, after: BidContent): BidChange[] =>
  (['startsOn', 'deliversOn'] as const).flatMap((what) =>
    before[what] === after[what] ? [] : [{ what, before: before[what], after: after[what] }],
  )

const milestoneChanges = (before: BidContent, after: BidContent): BidChange[] => {
  const ids = [...new Set([...before.milestones, ...after.milestones].map((milestone) => milestone.id))]
  return ids.flatMap((id) => {
    const [was, is] = [before, after].map(({ milestones }) => milestones.find((milestone) => milestone.id === id))
    if (was && is && JSON.stringify(wordsOf(was)) === JSON.stringify(wordsOf(is))) return []
    const title = (is ?? was)!.title
    return [{ what: 'milestone' as const, title, before: was ? planOf(was) : null, after: is ? planOf(is) : null }]
  })
}

type Milestone = BidContent['milestones'][number]
const planOf = ({ dueOn, partOfLotBp }: Milestone) => ({ dueOn, partOfLotBp })
const wordsOf = ({ title, description, lotId, dueOn, partOfLotBp }: Milestone) => [title, description, lotId, dueOn, partOfLotBp]

const partChanges = (before: BidContent, after: BidContent): BidChange[] =>
  isSame([before.commonLots, before.ownLots], [after.commonLots, after.ownLots]) ? [] : [{ what: 'parts' }]

const conditionChanges = (before: BidContent, after: BidContent): BidChange[] => {
  const [had, has] = [before.conditions ?? [], after.conditions ?? []]
  return [
    ...had.filter((text) => !has.includes(text)).map((text) => ({ what: 'condition' as const, before: text, after: null })),
    ...has.filter((text) => !had.includes(text)).map((text) => ({ what: 'condition' as const, before: null, after: text })),
  ]
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
