import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id, line } from '../ids/id.ts'
import { ballotView } from './ballot.schema.ts'
import { objectionForFreelancer } from './objection.schema.ts'

const objection = z.strictObject({ ballotId: id, objectionId: id })

/** "Works for my direct rival": in writing, before the closing, seen by the whole group and by the freelancer. */
export const raiseConflict = defineEndpoint({
  name: 'raiseConflict',
  method: 'POST',
  path: '/ballots/:ballotId/conflicts',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ id, ballotId: id, bidId: id, reason: line(600) }),
  output: ballotView,
  refusals: ['NOT_FOUND', 'NOT_A_VOTER', 'OWNER_ONLY', 'BALLOT_CLOSED', 'BID_NOT_AT_VOTE', 'CONFLICT_RAISED', 'GROUP_FROZEN'],
})

/** By its author, who no longer objects. */
export const liftObjection = defineEndpoint({
  name: 'liftObjection',
  method: 'POST',
  path: '/ballots/:ballotId/objections/:objectionId/lifting',
  access: 'signedIn',
  input: objection,
  output: ballotView,
  refusals: ['NOT_FOUND', 'NOT_A_VOTER', 'OWNER_ONLY', 'STALE_STATE', 'GROUP_FROZEN'],
})

/** By the leader, in consent: what was asked for has been changed, and how. */
export const adoptObjection = defineEndpoint({
  name: 'adoptObjection',
  method: 'POST',
  path: '/ballots/:ballotId/objections/:objectionId/adoption',
  access: 'signedIn',
  input: objection.extend({ change: line(600) }),
  output: ballotView,
  refusals: ['NOT_FOUND', 'LEADER_ONLY', 'OWNER_ONLY', 'NOT_CONSENT', 'STALE_STATE', 'GROUP_FROZEN'],
})

/** By the association, in writing. Upheld, the bid leaves the vote; the last ruling that a closing waited for closes it. */
export const ruleOnObjection = defineEndpoint({
  name: 'ruleOnObjection',
  method: 'POST',
  path: '/ballots/:ballotId/objections/:objectionId/ruling',
  access: 'signedIn',
  input: objection.extend({ ruling: z.enum(['upheld', 'dismissed']), reason: line(600) }),
  output: ballotView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'OWNER_ONLY', 'STALE_STATE', 'GROUP_FROZEN'],
})

/** The freelancer whose bid is objected to reads the objection, and nothing else of the ballot. */
export const getObjection = defineEndpoint({
  name: 'getObjection',
  method: 'GET',
  path: '/objections/:ballotId/:objectionId',
  access: 'signedIn',
  input: objection,
  output: objectionForFreelancer,
  refusals: ['NOT_FOUND'],
})

/** The freelancer's side of it, once, before the ruling. */
export const replyToObjection = defineEndpoint({
  name: 'replyToObjection',
  method: 'POST',
  path: '/objections/:ballotId/:objectionId/reply',
  access: 'signedIn',
  input: objection.extend({ text: line(600) }),
  output: objectionForFreelancer,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE'],
})
