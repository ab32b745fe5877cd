import { z } from 'zod'
import { ballotMethod, basisPoints } from '../groups/group.schema.ts'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, text } from '../ids/id.ts'
import { amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

export const ballotState = z.enum(['open', 'tied', 'closed', 'void'])

/**
 * What a firm says of each bid. approval: 0 or 1 · score: 0 to 5 · ranked: its rank from 1, 0 for "none of these" and below ·
 * consent: 1, or 0 for a reasoned objection.
 */
export const choice = z.strictObject({ bidId: id, value: z.int().min(0).max(50) })
export const castVoteInput = z.strictObject({
  ballotId: id,
  abstains: z.boolean(),
  choices: z.array(choice).max(50),
  reason: text(600).optional(),
})

export const ballotRules = z.strictObject({
  method: ballotMethod,
  quorumHeadsBp: basisPoints,
  quorumEurosBp: basisPoints,
  majorityHeadsBp: basisPoints,
  majorityEurosBp: basisPoints,
  resultsHidden: z.boolean(),
})

/** Of all the euros that could vote, a band of ten per cent, also after the closing: to the cent, a rival's cap could be read from it. */
export const bandOfEuros = z.strictObject({ fromPercent: z.int(), toPercent: z.int() })

export const outcomeOfBid = z.strictObject({
  bidId: id,
  freelancer: organisationMark,
  /** Mean for score, approvals for approval, Schulze wins for ranked, consents for consent. */
  result: z.number(),
  acceptedHeads: z.int(),
  acceptedEuros: bandOfEuros,
  passesHeads: z.boolean(),
  passesEuros: z.boolean(),
  isChosen: z.boolean(),
})

export const ballotOutcome = z.strictObject({
  verdict: z.enum(['chosen', 'tie', 'none', 'no_quorum']),
  chosenBidId: id.optional(),
  byCastingVote: z.boolean(),
  castingReason: z.string().optional(),
  heads: z.strictObject({ voted: z.int(), eligible: z.int(), needed: z.int() }),
  /** A bid passes with strictly more than `majorityPercent`. */
  euros: z.strictObject({ voted: bandOfEuros, majorityPercent: z.int() }),
  bids: z.array(outcomeOfBid),
  reasons: z.array(z.string()),
  closedAt: instant,
  /** SHA-256 of the sealed record (procès-verbal). */
  seal: z.string(),
})

export const ballotView = z.strictObject({
  id,
  version: z.int(),
  needId: id,
  needTitle: z.string(),
  group: z.strictObject({ id, name: z.string(), association: z.string() }),
  state: ballotState,
  rules: ballotRules,
  opensAt: instant,
  closesAt: instant,
  bids: z.array(
    z.strictObject({
      bidId: id,
      freelancer: organisationMark,
      mySharePriceMinor: amountMinor.nullable(),
      totalMinor: amountMinor,
      deliversOn: day,
    }),
  ),
  participation: z.strictObject({
    votedHeads: z.int(),
    eligibleHeads: z.int(),
    neededHeads: z.int(),
    eurosBand: bandOfEuros,
    neededEurosPercent: z.int(),
  }),
  voters: z.array(z.strictObject({ firm: organisationMark, hasVoted: z.boolean(), isMe: z.boolean() })),
  myVote: z
    .strictObject({ abstains: z.boolean(), choices: z.array(choice), reason: z.string().optional(), changedAt: instant, changes: z.int() })
    .optional(),
  outcome: ballotOutcome.optional(),
  missionId: id.optional(),
  abilities: abilityOf(['vote', 'close', 'cast', 'remind']),
})

export type BallotView = z.infer<typeof ballotView>
export type BallotOutcome = z.infer<typeof ballotOutcome>
export type BallotRules = z.infer<typeof ballotRules>
export type CastVoteInput = z.infer<typeof castVoteInput>
