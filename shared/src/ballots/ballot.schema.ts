import { z } from 'zod'
import { ballotMethod, basisPoints } from '../groups/group.schema.ts'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, line, text } from '../ids/id.ts'
import { amountMinor } from '../money/money.ts'
import { organisationMark, rating } from '../organisations/organisation.schema.ts'

export const ballotState = z.enum(['open', 'held', 'tied', 'closed', 'void'])
/** By whom a vote was given: its firm's owner, a colleague or another firm by proxy, the association on the telephone. */
export const voteHand = z.enum(['owner', 'colleague', 'proxy', 'association'])
const round = z.union([z.literal(1), z.literal(2)])

/**
 * What a firm says of each bid. approval: 0 or 1 · score: 0 to 5 · ranked: its rank from 1, 0 for "none of these" and below ·
 * consent: 1, or 0 for a reasoned objection.
 */
export const choice = z.strictObject({ bidId: id, value: z.int().min(0).max(50) })
export const votePaper = z.strictObject({ abstains: z.boolean(), choices: z.array(choice).max(50), reason: text(600).optional() })
export const castVoteInput = votePaper.extend({ ballotId: id })
/** A vote told on the telephone. */
export const enterVoteInput = castVoteInput.extend({ firmId: id })

export const proxyHolder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('firm'), firmId: id }),
  z.strictObject({ kind: z.literal('colleague'), userId: id }),
])
export const giveProxyInput = z.strictObject({ id, ballotId: id, holder: proxyHolder, instruction: line(300).optional() })

export const ballotRules = z.strictObject({
  method: ballotMethod,
  quorumHeadsBp: basisPoints,
  quorumEurosBp: basisPoints,
  majorityHeadsBp: basisPoints,
  majorityEurosBp: basisPoints,
  resultsHidden: z.boolean(),
  isAnonymous: z.boolean(),
  proxiesPerHolder: z.int(),
  secondRoundDays: z.int(),
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
  isTied: z.boolean(),
  isObjected: z.boolean(),
})

/** How many firms rank one bid above another, and the other way round. */
export const duel = z.strictObject({ bidId: id, overBidId: id, heads: z.int(), against: z.int() })

export const ballotOutcome = z.strictObject({
  verdict: z.enum(['chosen', 'tie', 'none', 'no_quorum']),
  chosenBidId: id.optional(),
  byCastingVote: z.boolean(),
  castingReason: z.string().optional(),
  heads: z.strictObject({ voted: z.int(), eligible: z.int(), needed: z.int() }),
  /** A bid passes with strictly more than `majorityPercent`. */
  euros: z.strictObject({ voted: bandOfEuros, majorityPercent: z.int() }),
  bids: z.array(outcomeOfBid),
  /** For ranked votes: every pair once, the stronger first. */
  duels: z.array(duel),
  reasons: z.array(z.string()),
  closedAt: instant,
  /** SHA-256 of the sealed record (procès-verbal). */
  seal: z.string(),
})

const said = votePaper.extend({ changedAt: instant, changes: z.int() })

/** How a firm took part. What it said is shown to itself, and to the association once the vote is closed, unless it is anonymous. */
export const voteTrace = z.strictObject({
  firm: organisationMark,
  round,
  acts: z.array(z.strictObject({ at: instant, hand: voteHand })),
  vote: votePaper.optional(),
})

export const proxyView = z.strictObject({
  id,
  giver: organisationMark,
  /** Absent where a colleague of the giver holds it. */
  holder: organisationMark.optional(),
  state: z.enum(['given', 'used', 'revoked', 'lapsed']),
  givenAt: instant,
  endedAt: instant.optional(),
  isMine: z.boolean(),
  isForMe: z.boolean(),
  /** To its giver and its holder. */
  instruction: z.string().optional(),
  /** What was said with it, to its giver and its holder. */
  vote: said.optional(),
  abilities: abilityOf(['vote', 'revoke']),
})

export const objectionView = z.strictObject({
  id,
  kind: z.enum(['conflict', 'consent']),
  bidId: id,
  /** Who objects by conflict of interests says so openly; an objection to consent has no name. */
  firm: organisationMark.optional(),
  isMine: z.boolean(),
  reason: z.string(),
  raisedAt: instant,
  reply: z.strictObject({ text: z.string(), at: instant }).optional(),
  state: z.enum(['raised', 'lifted', 'adopted', 'upheld', 'dismissed', 'lapsed']),
  settled: z.strictObject({ text: z.string(), at: instant }).optional(),
  abilities: abilityOf(['lift', 'adopt', 'rule']),
})

/** A firm that votes no longer: suspended, gone, or concerned itself. */
export const departure = z.strictObject({
  firm: organisationMark,
  why: z.enum(['left', 'suspended', 'concerned']),
  at: instant,
  reason: z.string().optional(),
})

export const ballotView = z.strictObject({
  id,
  version: z.int(),
  needId: id,
  needTitle: z.string(),
  group: z.strictObject({ id, name: z.string(), association: z.string() }),
  state: ballotState,
  rules: ballotRules,
  round,
  opensAt: instant,
  closesAt: instant,
  bids: z.array(
    z.strictObject({
      bidId: id,
      freelancer: organisationMark.extend({ rating: rating.optional() }),
      mySharePriceMinor: amountMinor.nullable(),
      totalMinor: amountMinor,
      deliversOn: day,
      /** An objection to it was upheld: it is voted on no longer. */
      isOut: z.boolean(),
    }),
  ),
  participation: z.strictObject({
    votedHeads: z.int(),
    eligibleHeads: z.int(),
    neededHeads: z.int(),
    eurosBand: bandOfEuros,
    neededEurosPercent: z.int(),
  }),
  voters: z.array(z.strictObject({ firm: organisationMark, hasVoted: z.boolean(), isMe: z.boolean(), mayBeEntered: z.boolean() })),
  myVote: said.extend({ hand: voteHand }).optional(),
  /** All who gave their voice into other hands, also those who took it back. */
  proxies: z.array(proxyView),
  /** Where the viewer may give its voice. */
  possibleHolders: z.strictObject({
    firms: z.array(organisationMark),
    colleagues: z.array(z.strictObject({ userId: id, name: z.string() })),
  }),
  objections: z.array(objectionView),
  departures: z.array(departure),
  /** While open, where the rules hide nothing and enough have voted. */
  standing: z.array(outcomeOfBid).optional(),
  firstRound: ballotOutcome.optional(),
  outcome: ballotOutcome.optional(),
  /** Once closed. */
  traces: z.array(voteTrace),
  missionId: id.optional(),
  abilities: abilityOf(['vote', 'close', 'cast', 'remind', 'giveProxy', 'object', 'stepAside', 'enterVote']),
})

export type BallotView = z.infer<typeof ballotView>
export type BallotOutcome = z.infer<typeof ballotOutcome>
export type BallotRules = z.infer<typeof ballotRules>
export type CastVoteInput = z.infer<typeof castVoteInput>
export type VotePaper = z.infer<typeof votePaper>
export type VoteHand = z.infer<typeof voteHand>
export type ProxyView = z.infer<typeof proxyView>
export type ObjectionView = z.infer<typeof objectionView>
export type VoteTrace = z.infer<typeof voteTrace>
export type Departure = z.infer<typeof departure>
