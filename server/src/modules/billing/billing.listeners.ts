import { now } from '../../platform/clock.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { applyStripeEvent } from './apply-stripe-event.ts'
import { beginCollecting, beginLine } from './begin-payments.ts'
import { bookAcceptance } from './book-acceptance.ts'
import { chargeShare } from './charge-share.ts'
import { closePage, closePages, closeRisePages } from './end-attempt.ts'
import { refundAmended, refundCancelled, refundHandedOver, refundRises } from './request-refund.ts'
import { sendRefund } from './send-refund.ts'
import { resumeTransfers, sendTransfer } from './send-transfer.ts'

export const listenForBilling = () => {
  onEvent<{ missionId: string }>('mission.awarded', 'billing.begin-collecting', ({ missionId }) => beginCollecting(missionId, now()))
  onEvent<{ shareId: string }>('share.line_opened', 'billing.begin-take-over', ({ shareId }) => beginLine(shareId, now()))
  onEvent<{ paymentId: string }>('payment.charge_due', 'billing.charge', ({ paymentId }) => chargeShare(paymentId))
  onEvent<Parameters<typeof bookAcceptance>[0]>('cells.accepted', 'billing.book', (accepted) => bookAcceptance(accepted, now()))
  onEvent<{ transferId: string }>('transfer.due', 'billing.transfer', ({ transferId }) => sendTransfer(transferId))
  onEvent<{ missionId: string }>('mission.cancelled', 'billing.close-pages', ({ missionId }) => closePages(missionId))
  onEvent<{ missionId: string }>('mission.cancelled', 'billing.refund-all', ({ missionId }) => refundCancelled(missionId, now()))
  onEvent<Parameters<typeof refundAmended>[0]>('amendment.applied', 'billing.refund-amended', (amended) => refundAmended(amended, now()))
  onEvent<Parameters<typeof refundRises>[0]>('amendment.expired', 'billing.close-rise-pages', (ended) => closeRisePages(ended.amendmentId))
  onEvent<Parameters<typeof refundRises>[0]>('amendment.expired', 'billing.refund-rises', (ended) => refundRises(ended, now()))
  onEvent<Parameters<typeof refundHandedOver>[0]>('share.handed_over', 'billing.refund-handed-over', (passed) =>
    refundHandedOver(passed, now()),
  )
  onEvent<{ formerShareId: string }>('share.handed_over', 'billing.close-page', ({ formerShareId }) => closePage(formerShareId))
  onEvent<{ refundId: string }>('refund.due', 'billing.refund', ({ refundId }) => sendRefund(refundId))
  onEvent<Parameters<typeof applyStripeEvent>[0]>('stripe.said', 'billing.apply', (said) => applyStripeEvent(said))
  onEvent<{ organisationId: string; status: string }>(
    'payout_account.changed',
    'billing.resume',
    async ({ organisationId, status }, event) => {
      if (status === 'active') await resumeTransfers(organisationId, event.id)
    },
  )
  onEvent<{ missionId: string; freelancerId: string }>('transfer.made', 'billing.tell-screens', async ({ missionId, freelancerId }) => {
    publishChange(`mission:${missionId}`, { entity: 'money', id: missionId })
    publishChange(`organisation:${freelancerId}`, { entity: 'payout', id: missionId })
  })
  for (const name of ['payment_method.saved', 'payout_account.changed']) {
    onEvent<{ organisationId: string }>(name, 'billing.tell-owner', async ({ organisationId }) => {
      publishChange(`organisation:${organisationId}`, { entity: 'payment', id: organisationId })
    })
  }
}
