import { z } from 'zod'
import { basisPoints } from '../groups/group.schema.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { done, pageInput, redirection } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { freelancerHome, missionMoney, movementPage, paymentMethodView, payoutPage, payoutStatus, sharePayment } from './billing.schema.ts'

/** A path of our own pages to come back to, `/needs/…`. */
const returnTo = z.string().regex(/^\/[A-Za-z0-9/_?=&-]{0,300}$/)

export const getPaymentMethod = defineEndpoint({
  name: 'getPaymentMethod',
  method: 'GET',
  path: '/payment-method',
  access: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({ card: paymentMethodView.nullable() }),
  refusals: ['NO_ORGANISATION'],
})

/** A hosted page where the firm saves its card; nothing is charged or held. */
export const startCardSetup = defineEndpoint({
  name: 'startCardSetup',
  method: 'POST',
  path: '/payment-method/setup',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ returnTo, pledgeId: id.optional() }),
  output: redirection,
  refusals: ['NO_ORGANISATION', 'OWNER_ONLY', 'WRONG_KIND_OF_ORGANISATION', 'PAYMENT_SERVICE_AWAY'],
})

/** Asked on return from the hosted page: what Stripe says now, without waiting for its message. */
export const refreshPaymentMethod = defineEndpoint({
  name: 'refreshPaymentMethod',
  method: 'POST',
  path: '/payment-method/refresh',
  access: 'signedIn',
  input: z.strictObject({ checkoutSessionId: z.string().regex(/^cs_[A-Za-z0-9_]{5,120}$/) }),
  output: z.strictObject({ card: paymentMethodView.nullable() }),
  refusals: ['NO_ORGANISATION', 'NOT_FOUND', 'PAYMENT_SERVICE_AWAY'],
})

export const removePaymentMethod = defineEndpoint({
  name: 'removePaymentMethod',
  method: 'DELETE',
  path: '/payment-method',
  access: 'signedIn',
  input: z.strictObject({}),
  output: done,
  refusals: ['NO_ORGANISATION', 'OWNER_ONLY', 'PAYMENT_METHOD_IN_USE'],
})

export const getPayoutAccount = defineEndpoint({
  name: 'getPayoutAccount',
  method: 'GET',
  path: '/payout-account',
  access: 'signedIn',
  input: z.strictObject({}),
  /** `platformFeeBp`: what the platform keeps of each milestone's HT. */
  output: z.strictObject({ status: payoutStatus, platformFeeBp: basisPoints }),
  refusals: ['FREELANCER_ONLY'],
})

export const startPayoutOnboarding = defineEndpoint({
  name: 'startPayoutOnboarding',
  method: 'POST',
  path: '/payout-account/onboarding',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ returnTo }),
  output: redirection,
  refusals: ['FREELANCER_ONLY', 'OWNER_ONLY', 'PAYMENT_SERVICE_AWAY'],
})

/** Asked on return from the hosted page: coming back is not having finished. */
export const refreshPayoutAccount = defineEndpoint({
  name: 'refreshPayoutAccount',
  method: 'POST',
  path: '/payout-account/refresh',
  access: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({ status: payoutStatus }),
  refusals: ['FREELANCER_ONLY', 'PAYMENT_SERVICE_AWAY'],
})

export const getSharePayment = defineEndpoint({
  name: 'getSharePayment',
  method: 'GET',
  path: '/shares/:shareId',
  access: 'signedIn',
  input: z.strictObject({ shareId: id }),
  output: sharePayment,
  refusals: ['NOT_FOUND'],
})

/** A hosted page: the bank's confirmation of the saved card where that alone is missing, unless another card is wanted; else any card. */
export const payShare = defineEndpoint({
  name: 'payShare',
  method: 'POST',
  path: '/shares/:shareId/payment',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ shareId: id, returnTo, withAnotherCard: z.boolean().optional() }),
  output: redirection,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'NOTHING_TO_PAY', 'PAYMENT_ALREADY_RUNNING', 'PAYMENT_SERVICE_AWAY', 'GROUP_FROZEN'],
})

/** The saved card once more, where its refusal allows it. */
export const retryShare = defineEndpoint({
  name: 'retryShare',
  method: 'POST',
  path: '/shares/:shareId/retry',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ shareId: id }),
  output: sharePayment,
  refusals: [
    'NOT_FOUND',
    'OWNER_ONLY',
    'NOTHING_TO_PAY',
    'CARD_NOT_RETRYABLE',
    'PAYMENT_ALREADY_RUNNING',
    'PAYMENT_SERVICE_AWAY',
    'GROUP_FROZEN',
  ],
})

export const refreshShare = defineEndpoint({
  name: 'refreshShare',
  method: 'POST',
  path: '/shares/:shareId/refresh',
  access: 'signedIn',
  input: z.strictObject({ shareId: id }),
  output: sharePayment,
  refusals: ['NOT_FOUND', 'PAYMENT_SERVICE_AWAY'],
})

export const getMissionMoney = defineEndpoint({
  name: 'getMissionMoney',
  method: 'GET',
  path: '/missions/:missionId/money',
  access: 'signedIn',
  input: z.strictObject({ missionId: id }),
  output: missionMoney,
  refusals: ['NOT_FOUND'],
})

export const listMovements = defineEndpoint({
  name: 'listMovements',
  method: 'GET',
  path: '/missions/:missionId/movements',
  access: 'signedIn',
  input: z.strictObject({ missionId: id, ...pageInput }),
  output: movementPage,
  refusals: ['NOT_FOUND'],
})

/** What each milestone brought the viewer's own freelancer. */
export const listPayouts = defineEndpoint({
  name: 'listPayouts',
  method: 'GET',
  path: '/payouts',
  access: 'signedIn',
  input: z.strictObject(pageInput),
  output: payoutPage,
  refusals: ['FREELANCER_ONLY'],
})

export const getFreelancerHome = defineEndpoint({
  name: 'getFreelancerHome',
  method: 'GET',
  path: '/freelancer-home',
  access: 'signedIn',
  input: z.strictObject({}),
  output: freelancerHome,
  refusals: ['FREELANCER_ONLY'],
})
