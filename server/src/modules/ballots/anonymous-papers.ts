import { v4 as drawn } from 'uuid'
import type { BallotRecord } from './ballot.model.ts'
import type { VoteRecord } from './vote.model.ts'

/**
 * The papers that stay of an anonymous ballot: what was said, under drawn numbers in their own order, without firm, person or instant. Nothing that
 * is kept leads back, not for the association, not for us.
 */
export const anonymousPapers = (votes: readonly VoteRecord[]): VoteRecord[] =>
  votes
    .map(({ ballotId, groupId, round, abstains, choices, reason }) => ({
      _id: drawn(),
      ballotId,
      groupId,
      round,
      firmId: drawn(),
      abstains,
      choices: choices.toSorted((a, b) => (a.bidId < b.bidId ? -1 : 1)),
      reason,
      acts: [],
    }))
    .sort((a, b) => (a._id < b._id ? -1 : 1))

/** What else would tell who said what: objections to consent lose their firm, what a giver asked its holder to say is forgotten. */
export const forgottenFirms = ({ objections, proxies }: BallotRecord): Pick<BallotRecord, 'objections' | 'proxies'> => ({
  objections: objections.map((objection) => (objection.kind === 'consent' ? { ...objection, firmId: '' } : objection)),
  proxies: proxies.map((proxy) => ({ ...proxy, instruction: null })),
})
