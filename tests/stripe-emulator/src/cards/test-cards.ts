import type { DeclineKind } from './decline-codes.ts'

/** `isFinal`: lost as soon as it is opened, as a SEPA debit given back by the bank. */
export type DisputePlan = { reason: 'fraudulent' | 'product_not_received' | 'debit_not_authorized'; isInquiry: boolean; isFinal?: boolean }

/** What a test card does. Source: docs.stripe.com/testing */
export type CardScenario = {
  number: string
  tokens: readonly string[]
  brand: 'visa' | 'mastercard' | 'amex'
  /** Declined when it is saved or attached. */
  setupDecline?: DeclineKind
  /** Declined when it is charged. */
  chargeDecline?: DeclineKind
  /** `until_saved`: 3DS at setup, then none off-session; `always`: at each payment; `saved_elsewhere`: on-session only. */
  authentication?: 'until_saved' | 'always' | 'saved_elsewhere'
  dispute?: DisputePlan
  isEarlyFraudWarned?: boolean
  refund?: 'pending_then_succeeded' | 'succeeded_then_failed'
  isImmediatelyAvailable?: boolean
}

const declined = (number: string, token: string, kind: DeclineKind): CardScenario => ({
  number,
  tokens: [token],
  brand: 'visa',
  setupDecline: kind,
  chargeDecline: kind,
})

const CARDS: readonly CardScenario[] = [
  { number: '4242424242424242', tokens: ['pm_card_visa', 'tok_visa'], brand: 'visa' },
  { number: '4000056655665556', tokens: ['pm_card_visa_debit'], brand: 'visa' },
  { number: '4000002500000003', tokens: ['pm_card_fr'], brand: 'visa' },
  { number: '5555555555554444', tokens: ['pm_card_mastercard', 'tok_mastercard'], brand: 'mastercard' },
  { number: '2223003122003222', tokens: [], brand: 'mastercard' },
  { number: '378282246310005', tokens: ['pm_card_amex'], brand: 'amex' },
  {
    ...declined('4000000000000002', 'pm_card_visa_chargeDeclined', 'generic_decline'),
    tokens: ['pm_card_visa_chargeDeclined', 'pm_card_chargeDeclined'],
  },
  declined('4000000000009995', 'pm_card_visa_chargeDeclinedInsufficientFunds', 'insufficient_funds'),
  declined('4000000000009987', 'pm_card_visa_chargeDeclinedLostCard', 'lost_card'),
  declined('4000000000009979', 'pm_card_visa_chargeDeclinedStolenCard', 'stolen_card'),
  declined('4000000000000069', 'pm_card_chargeDeclinedExpiredCard', 'expired_card'),
  declined('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc'),
  declined('4000000000000119', 'pm_card_chargeDeclinedProcessingError', 'processing_error'),
  declined('4000000000006975', 'pm_card_visa_chargeDeclinedVelocityLimitExceeded', 'card_velocity_exceeded'),
  { number: '4000000000000341', tokens: ['pm_card_chargeCustomerFail'], brand: 'visa', chargeDecline: 'generic_decline' },
  { number: '4000002500003155', tokens: ['pm_card_authenticationRequiredOnSetup'], brand: 'visa', authentication: 'until_saved' },
  { number: '4000002760003184', tokens: ['pm_card_authenticationRequired'], brand: 'visa', authentication: 'always' },
  {
    number: '4000003800000446',
    tokens: ['pm_card_authenticationRequiredSetupForOffSession'],
    brand: 'visa',
    authentication: 'saved_elsewhere',
  },
  {
    number: '4000008260003178',
    tokens: ['pm_card_authenticationRequiredChargeDeclinedInsufficientFunds'],
    brand: 'visa',
    authentication: 'always',
    chargeDecline: 'insufficient_funds',
  },
  { number: '4000000000000259', tokens: ['pm_card_createDispute'], brand: 'visa', dispute: { reason: 'fraudulent', isInquiry: false } },
  {
    number: '4000000000002685',
    tokens: ['pm_card_createDisputeProductNotReceived'],
    brand: 'visa',
    dispute: { reason: 'product_not_received', isInquiry: false },
  },
  {
    number: '4000000000001976',
    tokens: ['pm_card_createDisputeInquiry'],
    brand: 'visa',
    dispute: { reason: 'fraudulent', isInquiry: true },
  },
  { number: '4000000000005423', tokens: ['pm_card_createIssuerFraudRecord'], brand: 'visa', isEarlyFraudWarned: true },
  { number: '4000000000007726', tokens: ['pm_card_pendingRefund'], brand: 'visa', refund: 'pending_then_succeeded' },
  { number: '4000000000005126', tokens: ['pm_card_refundFail'], brand: 'visa', refund: 'succeeded_then_failed' },
  { number: '4000000000000077', tokens: ['pm_card_bypassPending'], brand: 'visa', isImmediatelyAvailable: true },
]

export const cardByNumber = (number: string): CardScenario | undefined => CARDS.find((card) => card.number === number)

export const cardByToken = (token: string): CardScenario | undefined => CARDS.find((card) => card.tokens.includes(token))
