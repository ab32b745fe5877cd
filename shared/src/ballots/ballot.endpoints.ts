import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id, line } from '../ids/id.ts'
import { ballotView, castVoteInput } from './ballot.schema.ts'

const ballotId = z.strictObject({ ballotId: id })

export const getBallot = defineEndpoint({
  name: 'getBallot',
  method: 'GET',
  path: '/ballots/:ballotId',
  access: 'signedIn',
  input: ballotId,
  output: ballotView,
  refusals: ['NOT_FOUND'],
})

/** May be repeated while the ballot is open: the last one counts, each change leaves a trace. */
export const castVote = defineEndpoint({
  name: 'castVote',
  method: 'POST',
  path: '/ballots/:ballotId/votes',
  access: 'signedIn',
  input: castVoteInput,
  output: ballotView,
  refusals: [
    'NOT_FOUND',
    'NOT_A_VOTER',
    'OWNER_ONLY',
    'BALLOT_CLOSED',
    'CHOICES_INCOMPLETE',
    'CHOICE_OUT_OF_RANGE',
    'OBJECTION_NEEDS_REASON',
    'GROUP_FROZEN',
  ],
})

/** Before its time only once every firm has voted. */
export const closeBallot = defineEndpoint({
  name: 'closeBallot',
  method: 'POST',
  path: '/ballots/:ballotId/closing',
  access: 'signedIn',
  input: ballotId,
  output: ballotView,
  refusals: ['NOT_FOUND', 'LEADER_ONLY', 'VOTES_MISSING', 'STALE_STATE', 'GROUP_FROZEN'],
})

/** On a tie the association decides, in writing. */
export const giveCastingVote = defineEndpoint({
  name: 'giveCastingVote',
  method: 'POST',
  path: '/ballots/:ballotId/casting-vote',
  access: 'signedIn',
  input: z.strictObject({ ballotId: id, bidId: id, reason: line(600) }),
  output: ballotView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'NOT_TIED', 'NOT_AMONG_TIED', 'STALE_STATE', 'GROUP_FROZEN'],
})

/** Once a day at most for each firm that has not voted. */
export const remindVoters = defineEndpoint({
  name: 'remindVoters',
  method: 'POST',
  path: '/ballots/:ballotId/reminders',
  access: 'signedIn',
  input: ballotId,
  output: done,
  refusals: ['NOT_FOUND', 'NOT_A_VOTER', 'BALLOT_CLOSED', 'ALREADY_REMINDED'],
})
