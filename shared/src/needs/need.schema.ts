import { z } from 'zod'
import { ballotMethod, groupRules } from '../groups/group.schema.ts'
import { abilityOf, pageInput, pageOf } from '../http/page.ts'
import { day, id, instant, line, text } from '../ids/id.ts'
import { agreedMinor, amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { skillCodes } from '../organisations/skills.ts'

export const needState = z.enum([
  'draft',
  'review',
  'gathering',
  'bidding',
  'negotiating',
  'voting',
  'awarded',
  'done',
  'expired',
  'cancelled',
])
export const shareKey = z.enum(['equal', 'weight', 'units', 'pledge'])
export const skill = z.enum(skillCodes)

const partOfNeed = { id, title: line(100), description: text(1000), targetMinor: agreedMinor }
export const commonLot = z.strictObject({ kind: z.literal('common'), ...partOfNeed, shareKey })
export const ownLot = z.strictObject({ kind: z.literal('own'), ...partOfNeed })

/**
 * A part of a need. A `common` lot is paid by all by its key, and `targetMinor` is its whole price; an `own` lot is one firm's own scope,
 * and `targetMinor` its price for one firm. HT.
 */
export const lot = z.discriminatedUnion('kind', [commonLot, ownLot])

export const MOST_NEGOTIATION_DAYS = 14

export const needRules = z.strictObject({
  /** Freelancers may bid while firms still gather: that is what makes the price curve live. */
  bidsDuringGathering: z.boolean().default(true),
  /** Nobody sees a price before bids close. */
  bidsSealed: z.boolean().default(false),
  /** Days between the closing of bids and the vote in which the group may ask for other terms of what can be read by then; none unless said. */
  negotiationDays: z.int().min(0).max(MOST_NEGOTIATION_DAYS).optional(),
  ballotMethod: ballotMethod.default('score'),
  /** `public`: found by firms outside the group, who join the group first. */
  visibility: z.enum(['group', 'public']).default('public'),
})

/**
 * What firms weigh in lots that are divided by weight: the headcount that they have given, the band of turnover that they say with their pledge, or a
 * measure of the group's own (« mètres de vitrine »), said with it too.
 */
export const weighing = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('headcount') }),
  z.strictObject({ by: z.literal('turnover') }),
  z.strictObject({ by: z.literal('own'), measure: line(40) }),
])

/** A step in which the work is expected, of one of the lots; whoever bids says how it is paid. */
export const expectedMilestone = z.strictObject({
  lotId: id,
  title: line(100),
  description: text(1000),
  daysAfterStart: z.int().min(0).max(2000),
})

export const needContent = z.strictObject({
  title: line(140),
  summary: text(4000),
  skills: z.array(skill).min(1).max(6),
  communeCode: z.string().regex(/^(\d{5}|2[AB]\d{3})$/),
  lots: z
    .array(lot)
    .min(1)
    .max(8)
    .refine((lots) => new Set(lots.map((one) => one.id)).size === lots.length, { error: 'each lot has its own id' }),
  /** By headcount unless said. */
  weighing: weighing.optional(),
  /** The least that each firm pays HT, whatever its key gives. */
  minimumShareMinor: agreedMinor.optional(),
  /** Below, the mission is not launched. */
  minFirms: z.int().min(2).max(200),
  /** At this number the price is what the group hopes for. */
  targetFirms: z.int().min(2).max(200),
  gatheringClosesAt: instant,
  bidsCloseAt: instant,
  voteClosesAt: instant,
  startsOn: day,
  rules: needRules,
  expectedMilestones: z.array(expectedMilestone).max(20).optional(),
})

/** What of a need decides prices and coalitions. */
export type NeedTerms = {
  id: string
  lots: readonly Lot[]
  weighing?: Weighing | undefined
  minimumShareMinor?: number | undefined
  minFirms: number
  targetFirms: number
  startsOn: string
}

export const createNeedInput = needContent.extend({ id, groupId: id })
export const updateNeedInput = needContent.partial().extend({ needId: id, version: z.int() })

/** One point of a price curve: for `firms` firms, the whole price and what the viewer's firm would pay of it. HT. */
export const pricePoint = z.strictObject({ firms: z.int(), totalMinor: amountMinor, myShareMinor: amountMinor, isNow: z.boolean() })

export const priceCurve = z.strictObject({
  /** From the cheapest open bid, or from the need's own target before the first bid (and while bids are sealed). */
  basis: z.enum(['target', 'bid']),
  points: z.array(pricePoint),
  /** What each firm saves if one more joins. */
  oneMoreSavesMinor: amountMinor,
})

export const funding = z.strictObject({
  firms: z.int(),
  minFirms: z.int(),
  targetFirms: z.int(),
  firmsMissing: z.int(),
  /** Never more of a pledge than its share at the minimum: a total, from which no cap can be read. */
  promisedMinor: amountMinor,
  minimumMinor: amountMinor,
  targetMinor: amountMinor,
  isMinimumReached: z.boolean(),
})

export const needFirm = z.strictObject({
  firm: organisationMark,
  isLeader: z.boolean(),
  units: z.int(),
  /** `interested`: joined, no card yet. `conditional`: pledged under conditions that do not hold yet. */
  standing: z.enum(['interested', 'engaged', 'conditional']),
})

export const needMove = [
  'edit',
  'submit',
  'publish',
  'approve',
  'sendBack',
  'openBidding',
  'closeBids',
  'openVote',
  'extend',
  'cancel',
  'join',
  'bid',
  'seeBids',
  'seeBallot',
  'seeMission',
] as const

export const needView = z.strictObject({
  id,
  version: z.int(),
  state: needState,
  group: z.strictObject({ id, name: z.string(), association: organisationMark, rules: groupRules }),
  leader: organisationMark,
  content: needContent,
  commune: z.string(),
  funding,
  curve: priceCurve,
  firms: z.array(needFirm),
  /** Sentences of what would let blocked pledges in, without names or amounts of others. */
  hints: z.array(z.strictObject({ code: z.enum(['FIRMS_MISSING', 'ALL_IN']), firms: z.int(), pledges: z.int() })),
  bidCount: z.int(),
  myPledgeId: id.optional(),
  myBidId: id.optional(),
  ballotId: id.optional(),
  missionId: id.optional(),
  sentBackBecause: z.string().optional(),
  history: z.array(z.strictObject({ at: instant, event: z.string(), by: z.string() })),
  abilities: abilityOf(needMove),
})

export const needCard = z.strictObject({
  id,
  state: needState,
  title: z.string(),
  skills: z.array(skill),
  group: z.strictObject({ id, name: z.string() }),
  commune: z.string(),
  communeCode: z.string(),
  /** Kilometres from the place asked for, where one was asked for. */
  distanceKm: z.number().optional(),
  closesAt: instant,
  funding,
  marks: z.array(organisationMark).max(8),
  bidCount: z.int(),
  /** What the viewer's firm would pay HT if it joined, with that many firms. A range before the first bid. */
  myShareMinor: amountMinor,
  myShareFirms: z.int(),
  isParticipating: z.boolean(),
})

export const listNeedsInput = z.strictObject({
  ...pageInput,
  q: z.string().trim().max(100).optional(),
  skill: skill.optional(),
  /** INSEE code of the commune around which to look. */
  near: z.string().max(5).optional(),
  km: z.coerce.number().int().min(1).max(500).optional(),
  state: z.enum(['open', 'gathering', 'bidding', 'voting', 'awarded', 'mine']).optional(),
  groupId: id.optional(),
  closesBefore: day.optional(),
  sort: z.enum(['closing', 'newest', 'nearly_funded', 'nearest']).default('closing'),
})

export const needPage = pageOf(needCard).extend({ total: z.int().optional() })

export type Lot = z.infer<typeof lot>
export type Weighing = z.infer<typeof weighing>
export type NeedContent = z.infer<typeof needContent>
export type NeedView = z.infer<typeof needView>
export type NeedCard = z.infer<typeof needCard>
export type PriceCurve = z.infer<typeof priceCurve>
export type Funding = z.infer<typeof funding>
export type ShareKey = z.infer<typeof shareKey>
export type NeedState = z.infer<typeof needState>
