import { z } from 'zod'
import { basisPoints } from '../groups/group.schema.ts'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, line, text } from '../ids/id.ts'
import { agreedMinor, amountMinor } from '../money/money.ts'
import { pricePoint } from '../needs/need.schema.ts'
import { organisationMark, proof, vatStatus } from '../organisations/organisation.schema.ts'

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
  }),
  /** Absent while sealed, except for its author. */
  content: bidContent.optional(),
  isSealed: z.boolean(),
  submittedAt: instant.optional(),
  totalMinor: amountMinor.optional(),
  milestoneAmountsMinor: z.array(amountMinor).optional(),
  curve: z.array(pricePoint).optional(),
  /** Firms of the group only. */
  mine: z
    .strictObject({
      prices: z.array(myPrice),
      capMinor: amountMinor.optional(),
      vatMinor: amountMinor,
      grossMinor: amountMinor,
      /** Where the price comes from, a line a lot. */
      parts: z.array(z.strictObject({ lotId: id, title: z.string(), amountMinor })),
      isCheapestForMe: z.boolean(),
    })
    .optional(),
  badges: z.array(z.enum(['cheapest_total', 'fastest'])),
  abilities: abilityOf(['edit', 'submit', 'withdraw', 'shortlist', 'unshortlist']),
})

export const bidComparison = z.strictObject({
  needId: id,
  needTitle: z.string(),
  needState: z.string(),
  firms: z.int(),
  bidsCloseAt: instant,
  voteClosesAt: instant,
  areSealed: z.boolean(),
  items: z.array(bidView),
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
export type BidState = z.infer<typeof bidState>
