import { applyCardSetup } from '@mutuo/server/modules/billing/apply-card-setup.ts'
import { ensureCustomer } from '@mutuo/server/modules/billing/ensure-customer.ts'
import { stripe } from '@mutuo/server/modules/billing/stripe-client.ts'
import type { SharePayment } from '@mutuo/shared/billing/billing.schema.ts'
import { ok, type Persona } from '../personas.ts'

/** Test cards by what they do (payments.md §4.5). */
export const cards = {
  good: '4242424242424242',
  refusedWhenCharged: '4000000000000341',
  asksItsBankEachTime: '4000002760003184',
} as const

/** Posts a hosted page's form as a browser does, and says where it sends the browser next. */
export const submitPage = async (url: string, fields: Record<string, string>): Promise<string> => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const location = response.headers.get('location')
  if (response.status !== 303 || !location) throw new Error(`${response.status} ${await response.text()}`)
  return location
}

export const cardFields = (cardNumber: string) => ({ cardNumber, expiry: '12/34', cvc: '123', name: 'Camille Girard' })

const tokens: Record<string, string> = { [cards.good]: 'pm_card_visa', [cards.refusedWhenCharged]: 'pm_card_chargeCustomerFail' }

/** The firm has saved this card before the story begins; one that asks its bank goes by Stripe's page. */
export const saveCardBefore = async (owner: Persona, cardNumber: string = cards.good): Promise<void> => {
  const token = tokens[cardNumber]
  if (!token) return saveCardOnPage(owner, cardNumber)
  const { organisationId } = owner
  const customer = await ensureCustomer(organisationId)
  const setup = await stripe().setupIntents.create({
    customer,
    payment_method: token,
    confirm: true,
    usage: 'off_session',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    metadata: { organisationId },
  })
  await applyCardSetup(setup.id)
}

/** On Stripe's page, and the bank's where it asks, then back on ours. */
export const saveCardOnPage = async (owner: Persona, cardNumber: string = cards.good): Promise<void> => {
  const { url } = ok(await owner.post('/payment-method/setup', { returnTo: '/paiement' })).body as { url: string }
  const next = await submitPage(url, cardFields(cardNumber))
  const back = new URL(next.includes('/3ds/') ? await answerBank(next, 'approve') : next)
  ok(await owner.post('/payment-method/refresh', { checkoutSessionId: back.searchParams.get('session') ?? '' }))
}

/** On Stripe's pages, to the end. */
export const openPayoutOnPage = async (freelancer: Persona): Promise<void> => {
  const { url } = ok(await freelancer.post('/payout-account/onboarding', { returnTo: '/versements' })).body as { url: string }
  await submitPage(url, { outcome: 'complete' })
  ok(await freelancer.post('/payout-account/refresh', {}))
}

export const getShare = async (owner: Persona, shareId: string): Promise<SharePayment> =>
  ok(await owner.get(`/shares/${shareId}`)).body as SharePayment

/** Where the firm is sent to pay its share. */
export const pageToPay = async (owner: Persona, shareId: string, wish: { withAnotherCard?: boolean } = {}): Promise<string> =>
  (ok(await owner.post(`/shares/${shareId}/payment`, { returnTo: `/parts/${shareId}`, ...wish })).body as { url: string }).url

/** Pays on Stripe's page with a card, then comes back. */
export const payOnPage = async (owner: Persona, shareId: string, cardNumber: string = cards.good): Promise<SharePayment> => {
  await submitPage(await pageToPay(owner, shareId, { withAnotherCard: true }), cardFields(cardNumber))
  return ok(await owner.post(`/shares/${shareId}/refresh`, {})).body as SharePayment
}

/** The owner answers its bank. */
export const answerBank = (url: string, decision: 'approve' | 'fail'): Promise<string> => submitPage(url, { decision })
