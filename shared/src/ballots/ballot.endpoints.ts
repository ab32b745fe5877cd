import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id, line } from '../ids/id.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { ballotView, castVoteInput, enterVoteInput } from './ballot.schema.ts'

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
    'PROXY_GIVEN',
    'BALLOT_CLOSED',
    'CHOICES_INCOMPLETE',
    'CHOICE_OUT_OF_RANGE',
    'OBJECTION_NEEDS_REASON',
    'GROUP_FROZEN',
  ],
})

/** The association writes down what a member says on the telephone; the firm is told, and may change it. */
export const enterVote = defineEndpoint({
  name: 'enterVote',
  method: 'POST',
  path: '/ballots/:ballotId/telephone-votes',
  access: 'signedIn',
  input: enterVoteInput,
  output: ballotView,
  refusals: [
    'NOT_FOUND',
    'ASSOCIATION_ONLY',
    'NOT_A_VOTER',
    'VOTED_ALREADY',
    'PROXY_GIVEN',
    'BALLOT_CLOSED',
    'CHOICES_INCOMPLETE',
    'CHOICE_OUT_OF_RANGE',
    'OBJECTION_NEEDS_REASON',
    'GROUP_FROZEN',
  ],
})

/** Before its time only once every firm has voted, and no conflict of interests waits for a ruling. */
export const closeBallot = defineEndpoint({
  name: 'closeBallot',
  method: 'POST',
  path: '/ballots/:ballotId/closing',
  access: 'signedIn',
  input: ballotId,
  output: ballotView,
  refusals: ['NOT_FOUND', 'LEADER_ONLY', 'VOTES_MISSING', 'CONFLICT_UNRULED', 'STALE_STATE', 'GROUP_FROZEN'],
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

/** The outcome record (procès-verbal) as a tagged PDF, with what its reader may see of each vote. */
export const downloadRecord = defineEndpoint({
  name: 'downloadRecord',
  method: 'GET',
  path: '/ballots/:ballotId/record.pdf',
  access: 'signedIn',
  input: ballotId,
  output: fileAnswer,
  file: 'application/pdf',
  refusals: ['NOT_FOUND', 'BALLOT_NOT_CLOSED'],
})

/** The closing as an event for the reader's own calendar, while the vote is open. */
export const downloadClosing = defineEndpoint({
  name: 'downloadClosing',
  method: 'GET',
  path: '/ballots/:ballotId/closing.ics',
  access: 'signedIn',
  input: ballotId,
  output: fileAnswer,
  file: 'text/calendar',
  refusals: ['NOT_FOUND', 'BALLOT_CLOSED'],
})

/** A firm that is concerned itself votes no longer, and says why. */
export const stepAside = defineEndpoint({
  name: 'stepAside',
  method: 'POST',
  path: '/ballots/:ballotId/withdrawal',
  access: 'signedIn',
  input: ballotId.extend({ reason: line(600) }),
  output: ballotView,
  refusals: ['NOT_FOUND', 'NOT_A_VOTER', 'OWNER_ONLY', 'BALLOT_CLOSED', 'LAST_VOTERS', 'GROUP_FROZEN'],
})
