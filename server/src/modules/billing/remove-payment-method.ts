import type { removePaymentMethod as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { missions } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import { mayPay } from './billing.policy.ts'
import { paymentStore } from './payment.store.ts'
import { askStripe } from './stripe-client.ts'

/** A firm takes its card back, unless a promise or a payment still rests on it. @throws OWNER_ONLY, PAYMENT_METHOD_IN_USE, PAYMENT_SERVICE_AWAY */
export const removePaymentMethod = async ({ viewer }: Call<typeof endpoint>) => {
  allow(mayPay(viewer))
  const organisationId = organisationOf(viewer)
  const isInUse =
    (await pledges.hasLive(organisationId)) || (await missions.isWaiting(organisationId)) || (await paymentStore.hasLiveOf(organisationId))
  if (isInUse) throw new DomainError('PAYMENT_METHOD_IN_USE')
  const known = await organisations.paymentOf(organisationId)
  const methodId = known?.paymentMethodId
  if (methodId) await askStripe((stripe) => stripe.paymentMethods.detach(methodId))
  await transaction((tx) => organisations.recordPayment(organisationId, { paymentMethodId: null }, tx))
  return { done: true as const }
}
