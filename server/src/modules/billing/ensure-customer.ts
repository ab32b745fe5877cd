import { transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { stripe } from './stripe-client.ts'

/**
 * The firm as Stripe's customer, made once: the key makes a repeat, or two at once, the same customer. What may change between two calls, as the
 * owner's address, is told afterwards.
 */
export const ensureCustomer = async (organisationId: string): Promise<string> => {
  const known = await organisations.paymentOf(organisationId)
  if (known?.stripeCustomerId) return known.stripeCustomerId
  const { id } = await stripe().customers.create({ metadata: { organisationId } }, { idempotencyKey: `cus:${organisationId}` })
  const mark = (await organisations.marksOf([organisationId])).get(organisationId)
  const owner = (await organisations.peopleOf([organisationId])).get(organisationId)?.find((person) => person.role === 'owner')
  await stripe().customers.update(id, { name: mark?.name ?? '', ...(owner && { email: owner.email }) })
  await transaction((tx) => organisations.recordPayment(organisationId, { stripeCustomerId: id }, tx))
  return id
}
