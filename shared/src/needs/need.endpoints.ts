import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id, instant, line } from '../ids/id.ts'
import { createNeedInput, listNeedsInput, needPage, needView, updateNeedInput } from './need.schema.ts'

const needId = z.strictObject({ needId: id })
const move = ['NOT_FOUND', 'LEADER_ONLY', 'OWNER_ONLY', 'STALE_STATE', 'GROUP_FROZEN'] as const

export const createNeed = defineEndpoint({
  name: 'createNeed',
  method: 'POST',
  path: '/needs',
  access: 'signedIn',
  idempotency: 'required',
  input: createNeedInput,
  output: needView,
  refusals: [
    'NOT_FOUND',
    'NOT_A_MEMBER',
    'GROUP_FROZEN',
    'DEADLINE_PAST',
    'DEADLINES_OUT_OF_ORDER',
    'TARGET_BELOW_MINIMUM',
    'MINIMUM_SHARE_TOO_HIGH',
    'LOTS_MISSING',
    'MILESTONE_WITHOUT_LOT',
    'COMMUNE_UNKNOWN',
    'ALREADY_EXISTS',
  ],
})

export const updateNeed = defineEndpoint({
  name: 'updateNeed',
  method: 'PATCH',
  path: '/needs/:needId',
  access: 'signedIn',
  input: updateNeedInput,
  output: needView,
  refusals: [
    ...move,
    'DEADLINE_PAST',
    'DEADLINES_OUT_OF_ORDER',
    'TARGET_BELOW_MINIMUM',
    'MINIMUM_SHARE_TOO_HIGH',
    'LOTS_MISSING',
    'MILESTONE_WITHOUT_LOT',
    'COMMUNE_UNKNOWN',
  ],
})

/** Publishes, or sends to the association for approval where the group's rules ask for it. */
export const publishNeed = defineEndpoint({
  name: 'publishNeed',
  method: 'POST',
  path: '/needs/:needId/publication',
  access: 'signedIn',
  input: needId,
  output: needView,
  refusals: [...move, 'DEADLINE_PAST'],
})

export const approveNeed = defineEndpoint({
  name: 'approveNeed',
  method: 'POST',
  path: '/needs/:needId/approval',
  access: 'signedIn',
  input: needId,
  output: needView,
  refusals: [...move, 'ASSOCIATION_ONLY', 'DEADLINE_PAST'],
})

export const sendBackNeed = defineEndpoint({
  name: 'sendBackNeed',
  method: 'POST',
  path: '/needs/:needId/return',
  access: 'signedIn',
  input: needId.extend({ reason: line(500) }),
  output: needView,
  refusals: [...move, 'ASSOCIATION_ONLY'],
})

/** Ends the gathering before its deadline: pledges lock. */
export const openBidding = defineEndpoint({
  name: 'openBidding',
  method: 'POST',
  path: '/needs/:needId/bidding',
  access: 'signedIn',
  input: needId,
  output: needView,
  refusals: [...move, 'MINIMUM_NOT_REACHED'],
})

/** Ends the bidding before its deadline: bids open, and the vote with them. */
export const closeBids = defineEndpoint({
  name: 'closeBids',
  method: 'POST',
  path: '/needs/:needId/negotiation',
  access: 'signedIn',
  input: needId,
  output: needView,
  refusals: [...move, 'NO_BID_YET', 'NO_NEGOTIATION'],
})

export const openVote = defineEndpoint({
  name: 'openVote',
  method: 'POST',
  path: '/needs/:needId/vote',
  access: 'signedIn',
  input: needId,
  output: needView,
  refusals: [...move, 'NO_BID_YET'],
})

/** Keeps every pledge, and tells everybody once. */
export const extendNeed = defineEndpoint({
  name: 'extendNeed',
  method: 'POST',
  path: '/needs/:needId/extension',
  access: 'signedIn',
  input: needId.extend({ gatheringClosesAt: instant, bidsCloseAt: instant, voteClosesAt: instant }),
  output: needView,
  refusals: [...move, 'DEADLINE_PAST', 'DEADLINE_NOT_LATER', 'DEADLINES_OUT_OF_ORDER'],
})

export const cancelNeed = defineEndpoint({
  name: 'cancelNeed',
  method: 'POST',
  path: '/needs/:needId/cancellation',
  access: 'signedIn',
  input: needId.extend({ reason: line(500) }),
  output: needView,
  refusals: move,
})

export const listNeeds = defineEndpoint({
  name: 'listNeeds',
  method: 'GET',
  path: '/needs',
  access: 'anyone',
  input: listNeedsInput,
  output: needPage,
  refusals: ['COMMUNE_UNKNOWN'],
})

export const getNeed = defineEndpoint({
  name: 'getNeed',
  method: 'GET',
  path: '/needs/:needId',
  access: 'anyone',
  input: needId,
  output: needView,
  refusals: ['NOT_FOUND'],
})
