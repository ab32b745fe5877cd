import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id } from '../ids/id.ts'
import { ballotView, castVoteInput, giveProxyInput } from './ballot.schema.ts'

/** For this ballot only, to another firm of it or to a colleague. */
export const giveProxy = defineEndpoint({
  name: 'giveProxy',
  method: 'POST',
  path: '/ballots/:ballotId/proxies',
  access: 'signedIn',
  idempotency: 'required',
  input: giveProxyInput,
  output: ballotView,
  refusals: [
    'NOT_FOUND',
    'NOT_A_VOTER',
    'OWNER_ONLY',
    'BALLOT_CLOSED',
    'VOTED_ALREADY',
    'PROXY_GIVEN',
    'PROXY_HOLDER_NOT_VOTER',
    'PROXY_NOT_COLLEAGUE',
    'PROXY_CIRCLE',
    'PROXY_LIMIT_REACHED',
    'GROUP_FROZEN',
  ],
})

/** Until it has been used. */
export const revokeProxy = defineEndpoint({
  name: 'revokeProxy',
  method: 'POST',
  path: '/ballots/:ballotId/proxies/:proxyId/revocation',
  access: 'signedIn',
  input: z.strictObject({ ballotId: id, proxyId: id }),
  output: ballotView,
  refusals: ['NOT_FOUND', 'NOT_A_VOTER', 'OWNER_ONLY', 'BALLOT_CLOSED', 'PROXY_USED', 'STALE_STATE', 'GROUP_FROZEN'],
})

/** What a firm says for the one whose proxy it holds; its last word counts. */
export const castProxyVote = defineEndpoint({
  name: 'castProxyVote',
  method: 'POST',
  path: '/ballots/:ballotId/proxies/:proxyId/votes',
  access: 'signedIn',
  input: castVoteInput.extend({ proxyId: id }),
  output: ballotView,
  refusals: [
    'NOT_FOUND',
    'NOT_A_VOTER',
    'OWNER_ONLY',
    'BALLOT_CLOSED',
    'CHOICES_INCOMPLETE',
    'CHOICE_OUT_OF_RANGE',
    'OBJECTION_NEEDS_REASON',
    'STALE_STATE',
    'GROUP_FROZEN',
  ],
})
