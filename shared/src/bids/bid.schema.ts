import { z } from 'zod'
import { basisPoints } from '../groups/group.schema.ts'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, line, text } from '../ids/id.ts'
import { agreedMinor, amountMinor } from '../money/money.ts'
import { needState, pricePoint } from '../needs/need.schema.ts'
import { organisationMark, proof, rating, vatStatus } from '../organisations/organisation.schema.ts'

export const bidState = z.enum(['draft', 'submitted', 'shortlisted', 'chosen', 'declined', 'withdrawn'])

/** From `minFirms` firms on, the price HT is `commonMinor + n × perFirmMinor`. Neither figure may rise from one tier to the next. */
export const tier = z.strictObject({ minFirms: z.int().min(1).max(200), commonMinor: agreedMinor, perFirmMinor: agreedMinor })

/** A deliverable and its part of its lot's price. A milestone of an own lot is delivered to and accepted by each firm apart. */
export const bidMilestone = z.strictObject({
  id,
  lotId: id,
  title: line(100),
  description: text(1000),
  partOfLotBp: basisPoints.min(1),
  dueOn: day,
})

export const bidContent = z.strictObject({
  tiers: z.array(tier).min(1).max(10),
  /** How `commonMinor` is divided over the common lots; the parts sum to 10 000. */
  commonLots: z.array(z.strictObject({ lotId: id, partBp: basisPoints })).max(8),
  /** How `perFirmMinor` is divided over the own lots; the parts sum to 10 000. */
  ownLots: z.array(z.strictObject({ lotId: id, partBp: basisPoints })).max(8),
  /** The parts of each lot's milestones sum to 10 000. */
  milestones: z.array(bidMilestone).min(1).max(20),
  startsOn: day,
  deliversOn: day,
  letter: text(6000),
  /** On which the freelancer holds to its dates and prices, agreed in a counter-offer. */
  conditions: z.array(line(200)).max(10).optional(),
})

/** Other terms for a bid: what is absent stays as it is. */
export const terms = z.strictObject({
  tiers: z.array(tier).min(1).max(10).optional(),
  startsOn: day.optional(),
  deliversOn: day.optional(),
  condition: line(200).optional(),
})

const price = z.strictObject({ commonMinor: agreedMinor, perFirmMinor: agreedMinor }).nullable()
const plan = z.strictObject({ dueOn: day, partOfLotBp: basisPoints }).nullable()

/** One thing that differs between two versions; `null` where it was not there before, or is no longer. */
export const bidChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('tier'), minFirms: z.int(), before: price, after: price }),
  z.strictObject({ what: z.literal('startsOn'), before: day, after: day }),
  z.strictObject({ what: z.literal('deliversOn'), before: day, after: day }),
  z.strictObject({ what: z.literal('milestone'), title: z.string(), before: plan, after: plan }),
  z.strictObject({ what: z.literal('parts') }),
  z.strictObject({ what: z.literal('condition'), before: z.string().nullable(), after: z.string().nullable() }),
  z.strictObject({ what: z.literal('letter') }),
])

export const counterOfferState = z.enum(['proposed', 'answered', 'accepted', 'declined', 'withdrawn', 'expired'])

/** What the group asks of a bid, and what its freelancer says. `ownPrice` is what the viewer's firm would pay under the terms that wait. */
export const counterOfferView = z.strictObject({
  id,
  version: z.int(),
  state: counterOfferState,
  message: z.string(),
  changes: z.array(bidChange),
  proposedAt: instant,
  proposedBy: organisationMark,
  answer: z.strictObject({ message: z.string(), changes: z.array(bidChange), terms, at: instant }).optional(),
  terms,
  settledAt: instant.optional(),
  openUntil: instant,
  ownPrice: z.strictObject({ firms: z.int(), beforeMinor: amountMinor.nullable(), afterMinor: amountMinor.nullable() }).optional(),
  abilities: abilityOf(['accept', 'answer', 'decline', 'agree', 'withdraw']),
})

/** A submission: it is never edited, the next one stands beside it. */
export const bidVersionView = z.strictObject({
  number: z.int(),
  at: instant,
  because: z.enum(['submission', 'counter_offer']),
  /** From the one before; empty for the first. */
  changes: z.array(bidChange),
})

export const bidHistory = z.strictObject({
  bidId: id,
  /** The latest first, both. */
  versions: z.array(bidVersionView),
  counterOffers: z.array(counterOfferView),
})

export const prepareBidInput = bidContent.extend({ id, needId: id })
export const editBidInput = bidContent.extend({ bidId: id, version: z.int() })

/** What the viewer's firm would pay, at one firm fewer, now, and one more. `null`: the caps together do not reach the price. HT. */
export const myPrice = z.strictObject({ firms: z.int(), shareMinor: amountMinor.nullable(), isNow: z.boolean(), isAtCap: z.boolean() })

export const bidView = z.strictObject({
  id,
  version: z.int(),
  needId: id,
  needTitle: z.string(),
  state: bidState,
  freelancer: organisationMark.extend({
    headline: z.string().optional(),
    proofs: z.array(proof),
    dayRateMinor: amountMinor.optional(),
    vatStatus,
    rating: rating.optional(),
  }),
  /** Absent while sealed, except for its author. */
  content: bidContent.optional(),
  isSealed: z.boolean(),
  submittedAt: instant.optional(),
  totalMinor: amountMinor.optional(),
  milestoneAmountsMinor: z.array(amountMinor).optional(),
  curve: z.array(pricePoint).optional(),
  /** Since its first submission; absent before it. */
  latestVersion: bidVersionView.optional(),
  /** The one that waits for somebody's word. */
  counterOffer: counterOfferView.optional(),
  /** Firms of the group only. */
  mine: z
    .strictObject({
      prices: z.array(myPrice),
      capMinor: amountMinor.optional(),
      /** What the keys alone would make it pay, where its cap holds. */
      byKeyMinor: amountMinor.optional(),
      vatMinor: amountMinor,
      grossMinor: amountMinor,
      /** Where the price comes from, a line a lot. */
      parts: z.array(z.strictObject({ lotId: id, title: z.string(), amountMinor })),
      isCheapestForMe: z.boolean(),
    })
    .optional(),
  badges: z.array(z.enum(['cheapest_total', 'fastest'])),
  /** What its freelancer asked about the need. Read inside the group, and by itself. */
  questions: z.strictObject({ asked: z.int(), answered: z.int() }).optional(),
  abilities: abilityOf(['edit', 'submit', 'withdraw', 'shortlist', 'unshortlist', 'counter']),
})

export const bidComparison = z.strictObject({
  needId: id,
  needTitle: z.string(),
  needState,
  firms: z.int(),
  bidsCloseAt: instant,
  voteOpensAt: instant,
  voteClosesAt: instant,
  areSealed: z.boolean(),
  items: z.array(bidView),
  /** Taken back after the group had them, each with its reason. Read inside the group. */
  withdrawn: z.array(z.strictObject({ freelancer: organisationMark, reason: z.string() })),
  ballotId: id.optional(),
})

/** A freelancer's own bids. */
export const myBid = z.strictObject({
  id,
  needId: id,
  needTitle: z.string(),
  groupName: z.string(),
  state: bidState,
  totalMinor: amountMinor,
  firms: z.int(),
  closesAt: instant,
})

export type Tier = z.infer<typeof tier>
export type BidContent = z.infer<typeof bidContent>
export type BidView = z.infer<typeof bidView>
export type BidComparison = z.infer<typeof bidComparison>
export type Terms = z.infer<typeof terms>
export type BidChange = z.infer<typeof bidChange>
export type CounterOfferState = z.infer<typeof counterOfferState>
export type CounterOfferView = z.infer<typeof counterOfferView>
export type BidVersionView = z.infer<typeof bidVersionView>
export type BidHistory = z.infer<typeof bidHistory>
export type BidState = z.infer<typeof bidState>
