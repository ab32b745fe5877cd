import { transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { askStripe } from './stripe-client.ts'

/** The firm as Stripe's customer, made once: the key makes a repeat, or two at once, the same customer. @throws PAYMENT_SERVICE_AWAY */
export const ensureCustomer = async (organisationId: string, email: string): Promise<string> => {
  const known = await organisations.paymentOf(organisationId)
  if (known?.stripeCustomerId) return known.stripeCustomerId
  const mark = (await organisations.marksOf([organisationId])).get(organisationId)
  const customer = await askStripe((stripe) =>
    stripe.customers.create({ name: mark?.name ?? '', email, metadata: { organisationId } }, { idempotencyKey: `cus:${organisationId}` }),
  )
  await transaction((tx) => organisations.recordPayment(organisationId, { stripeCustomerId: customer.id }, tx))
  return customer.id
}
