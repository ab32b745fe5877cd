import type { refreshShare as endpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { findOwnShare } from './find-share.ts'
import { lookAtPayment } from './look-again.ts'
import { paymentStore } from './payment.store.ts'
import { askStripe } from './stripe-client.ts'

/** Back from a hosted page: what Stripe says now, without waiting for its message. @throws NOT_FOUND, PAYMENT_SERVICE_AWAY */
export const refreshShare = async ({ viewer, input }: Call<typeof endpoint>): Promise<string> => {
  const share = await findOwnShare(viewer, input.shareId)
  const latest = await paymentStore.latestOfShare(share._id)
  if (latest) await askStripe(() => lookAtPayment(latest))
  return share._id
}
