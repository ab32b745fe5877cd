import type Stripe from 'stripe'
import { inTurn } from '../../platform/in-turn.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { paymentMethodSaved } from './billing.events.ts'
import { stripe } from './stripe-client.ts'

/** A setup that has succeeded, told by the person's return or by Stripe's message, in any order, any number of times: the firm's card is the same. */
export const applyCardSetup = async (setupIntentId: string): Promise<void> => {
  const setup = await stripe().setupIntents.retrieve(setupIntentId, { expand: ['payment_method'] })
  const organisationId = setup.metadata?.organisationId
  const method = setup.payment_method
  if (setup.status !== 'succeeded' || !organisationId || !method || typeof method === 'string') return
  const keep = async (tx: Transaction) => {
    const known = await organisations.paymentOf(organisationId, tx)
    if (known?.paymentMethodId === method.id) return
    // Of two cards saved one after the other the later one stays, whichever is told of last.
    const savedAt = new Date(method.created * 1000)
    if (known?.paymentMethodId && known.savedAt > savedAt) return
    await organisations.recordPayment(organisationId, { ...cardOf(method), savedAt }, tx)
    tx.emit(paymentMethodSaved(organisationId, setup.metadata?.pledgeId ?? null))
  }
  await inTurn(`card:${organisationId}`, () => transaction(keep))
}

/** No card number ever: what a person recognises its card by. */
const cardOf = (method: Stripe.PaymentMethod) => ({
  paymentMethodId: method.id,
  brand: method.card?.brand ?? method.type,
  last4: method.card?.last4 ?? '',
  expires: method.card ? `${method.card.exp_year}-${String(method.card.exp_month).padStart(2, '0')}` : '',
})
