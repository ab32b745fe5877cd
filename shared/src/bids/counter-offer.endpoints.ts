import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id, text } from '../ids/id.ts'
import { bidHistory, bidView, terms } from './bid.schema.ts'

const message = text(1500).min(1)
const known = z.strictObject({ counterOfferId: id, version: z.int() })
const content = ['NOTHING_CHANGES', 'TIERS_RISE', 'TIERS_DISORDERED', 'MILESTONE_TOO_SMALL', 'DELIVERY_BEFORE_START'] as const
const waiting = ['NOT_FOUND', 'OWNER_ONLY', 'BIDS_CLOSED', 'STALE_STATE'] as const

/** Who leads the need asks for other terms, in the group's name. All of these answer the bid as it is then. */
export const proposeCounterOffer = defineEndpoint({
  name: 'proposeCounterOffer',
  method: 'POST',
  path: '/bids/:bidId/counter-offers',
  access: 'signedIn',
  idempotency: 'required',
  input: terms.omit({ condition: true }).extend({ id, bidId: id, message }),
  output: bidView,
  refusals: [...waiting, 'LEADER_ONLY', 'BIDS_SEALED', 'COUNTER_OFFER_OPEN', 'TOO_MANY_COUNTER_OFFERS', 'ALREADY_EXISTS', ...content],
})

/** The freelancer takes the terms: the bid has a new version. */
export const acceptCounterOffer = defineEndpoint({
  name: 'acceptCounterOffer',
  method: 'POST',
  path: '/counter-offers/:counterOfferId/acceptance',
  access: 'signedIn',
  input: known,
  output: bidView,
  refusals: waiting,
})

/** The freelancer answers with terms of its own, or with words alone; the group takes them or leaves them. */
export const answerCounterOffer = defineEndpoint({
  name: 'answerCounterOffer',
  method: 'POST',
  path: '/counter-offers/:counterOfferId/answer',
  access: 'signedIn',
  input: known.extend({ message, ...terms.shape }),
  output: bidView,
  refusals: [...waiting, ...content],
})

export const declineCounterOffer = defineEndpoint({
  name: 'declineCounterOffer',
  method: 'POST',
  path: '/counter-offers/:counterOfferId/refusal',
  access: 'signedIn',
  input: known,
  output: bidView,
  refusals: waiting,
})

/** Who leads takes the freelancer's terms for the group: the bid has a new version. */
export const agreeToAnswer = defineEndpoint({
  name: 'agreeToAnswer',
  method: 'POST',
  path: '/counter-offers/:counterOfferId/agreement',
  access: 'signedIn',
  input: known,
  output: bidView,
  refusals: [...waiting, 'LEADER_ONLY', 'NOTHING_CHANGES'],
})

/** Who leads takes its proposal back, or leaves the answer: the bid stays as it is. */
export const withdrawCounterOffer = defineEndpoint({
  name: 'withdrawCounterOffer',
  method: 'POST',
  path: '/counter-offers/:counterOfferId/withdrawal',
  access: 'signedIn',
  input: known,
  output: bidView,
  refusals: [...waiting, 'LEADER_ONLY'],
})

/** Every submission and every counter-offer of a bid, with what each changed. */
export const getBidHistory = defineEndpoint({
  name: 'getBidHistory',
  method: 'GET',
  path: '/bids/:bidId/history',
  access: 'signedIn',
  input: z.strictObject({ bidId: id }),
  output: bidHistory,
  refusals: ['NOT_FOUND'],
})
