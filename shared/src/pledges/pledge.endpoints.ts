import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id } from '../ids/id.ts'
import { changePledgeInput, makePledgeInput, pledgePreview, pledgeView, previewPledgeInput, shareKeysView } from './pledge.schema.ts'

const refusals = [
  'NOT_FOUND',
  'NOT_A_MEMBER',
  'OWNER_ONLY',
  'GROUP_FROZEN',
  'NEED_NOT_OPEN',
  'CAP_BELOW_MINIMUM',
  'COVER_ABOVE_CAP',
  'CONDITION_ABOVE_CAP',
  'FIRMS_UNREACHABLE',
  'PRICE_UNREACHABLE',
  'START_UNREACHABLE',
  'MEASURE_MISSING',
  'EXCLUDES_ITSELF',
  'EXCLUDED_FIRM_UNKNOWN',
] as const

/** "Moi aussi": the firm joins, as a draft until its card is saved. */
export const makePledge = defineEndpoint({
  name: 'makePledge',
  method: 'POST',
  path: '/needs/:needId/pledges',
  access: 'signedIn',
  idempotency: 'required',
  input: makePledgeInput,
  output: pledgeView,
  refusals: [...refusals, 'ALREADY_PLEDGED', 'CHARTER_NOT_SIGNED'],
})

export const changePledge = defineEndpoint({
  name: 'changePledge',
  method: 'PATCH',
  path: '/pledges/:pledgeId',
  access: 'signedIn',
  input: changePledgeInput,
  output: pledgeView,
  refusals: [...refusals, 'STALE_STATE', 'PLEDGE_LOCKED'],
})

/** With the card that the firm has saved. Binding from here on; free to withdraw until the lock. */
export const confirmPledge = defineEndpoint({
  name: 'confirmPledge',
  method: 'POST',
  path: '/pledges/:pledgeId/confirmation',
  access: 'signedIn',
  input: z.strictObject({ pledgeId: id, version: z.int(), consents: z.literal(true) }),
  output: pledgeView,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'NEED_NOT_OPEN', 'PAYMENT_METHOD_MISSING', 'STALE_STATE', 'GROUP_FROZEN'],
})

export const withdrawPledge = defineEndpoint({
  name: 'withdrawPledge',
  method: 'POST',
  path: '/pledges/:pledgeId/withdrawal',
  access: 'signedIn',
  input: z.strictObject({ pledgeId: id, version: z.int() }),
  output: pledgeView,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE', 'PLEDGE_LOCKED'],
})

export const getPledge = defineEndpoint({
  name: 'getPledge',
  method: 'GET',
  path: '/pledges/:pledgeId',
  access: 'signedIn',
  input: z.strictObject({ pledgeId: id }),
  output: pledgeView,
  refusals: ['NOT_FOUND'],
})

/** A question, not a promise: changes nothing. */
export const previewPledge = defineEndpoint({
  name: 'previewPledge',
  method: 'POST',
  path: '/needs/:needId/pledge-preview',
  access: 'signedIn',
  input: previewPledgeInput,
  output: pledgePreview,
  refusals,
})

/** What each share key would cost: to a firm its own part, to organisers the spread as well. */
export const compareShareKeys = defineEndpoint({
  name: 'compareShareKeys',
  method: 'GET',
  path: '/needs/:needId/share-keys',
  access: 'signedIn',
  input: z.strictObject({ needId: id }),
  output: shareKeysView,
  refusals: ['NOT_FOUND', 'NOT_A_MEMBER'],
})
