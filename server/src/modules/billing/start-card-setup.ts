import type { startCardSetup as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { appUrl } from '../../platform/config.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { mayPay } from './billing.policy.ts'
import { ensureCustomer } from './ensure-customer.ts'
import { askStripe } from './stripe-client.ts'

/** A hosted page where the firm saves its card: nothing is charged, nothing is held. @throws OWNER_ONLY, WRONG_KIND_OF_ORGANISATION, PAYMENT_SERVICE_AWAY */
export const startCardSetup = async ({ viewer, input, locale }: Call<typeof endpoint>) => {
  allow(mayPay(viewer))
  const organisationId = organisationOf(viewer)
  const customer = await askStripe(() => ensureCustomer(organisationId))
  const session = await askStripe((stripe) =>
    stripe.checkout.sessions.create({
      mode: 'setup',
      ui_mode: 'hosted_page',
      customer,
      currency: 'eur',
      allowed_payment_method_types: ['card'],
      setup_intent_data: { metadata: { organisationId, ...(input.pledgeId && { pledgeId: input.pledgeId }) } },
      metadata: { organisationId, ...(input.pledgeId && { pledgeId: input.pledgeId }) },
      success_url: `${returnUrl(input.returnTo)}session={CHECKOUT_SESSION_ID}`,
      cancel_url: appUrl(asPath(input.returnTo)),
      locale,
    }),
  )
  return { url: hostedUrl(session.url) }
}

const asPath = (returnTo: string) => returnTo as `/${string}`

/** Our own page to come back to, ready for one more parameter. */
export const returnUrl = (returnTo: string): string => `${appUrl(asPath(returnTo))}${returnTo.includes('?') ? '&' : '?'}`

/** Stripe answers a hosted page for every open session. */
export const hostedUrl = (url: string | null): string => {
  if (!url) throw new Error('an open Checkout session without a page')
  return url
}
