import type { DisputePlan } from './test-cards.ts'

/** What a test IBAN does once debited. Source: docs.stripe.com/payments/sepa-debit/accept-a-payment#test-your-integration */
export type IbanScenario = { number: string; isPaid: boolean; delayMs: number; dispute?: DisputePlan }

const SOON_MS = 1000
const THREE_MINUTES_MS = 180_000

const IBANS: readonly IbanScenario[] = [
  { number: 'FR1420041010050500013M02606', isPaid: true, delayMs: SOON_MS },
  { number: 'FR3020041010050500013M02609', isPaid: true, delayMs: THREE_MINUTES_MS },
  { number: 'FR8420041010050500013M02607', isPaid: false, delayMs: SOON_MS },
  { number: 'FR7920041010050500013M02600', isPaid: false, delayMs: THREE_MINUTES_MS },
  {
    number: 'FR5720041010050500013M02608',
    isPaid: true,
    delayMs: SOON_MS,
    dispute: { reason: 'debit_not_authorized', isInquiry: false, isFinal: true },
  },
  { number: 'AT321904300235473204', isPaid: true, delayMs: SOON_MS },
]

export const ibanByNumber = (number: string): IbanScenario | undefined => IBANS.find((iban) => iban.number === number)
