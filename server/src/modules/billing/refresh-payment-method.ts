import type { refreshPaymentMethod as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { applyCardSetup } from './apply-card-setup.ts'
import { presentPaymentMethod } from './payment-method.view.ts'
import { askStripe } from './stripe-client.ts'

/** Back from the hosted page: what Stripe says now, without waiting for its message. @throws NOT_FOUND, PAYMENT_SERVICE_AWAY */
export const refreshPaymentMethod = async ({ viewer, input, now }: Call<typeof endpoint>) => {
  const organisationId = organisationOf(viewer)
  const session = await askStripe((stripe) => stripe.checkout.sessions.retrieve(input.checkoutSessionId))
  if (session.metadata?.organisationId !== organisationId) throw new DomainError('NOT_FOUND')
  const setupIntent = typeof session.setup_intent === 'string' ? session.setup_intent : session.setup_intent?.id
  if (setupIntent) await askStripe(() => applyCardSetup(setupIntent))
  return presentPaymentMethod(organisationId, now)
}
