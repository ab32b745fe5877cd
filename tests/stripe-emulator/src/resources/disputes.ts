import type Stripe from 'stripe'
import { disputePlanOf } from '../cards/payment-method-facts.ts'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { fields, flag, mergeMetadata, metadata, text } from '../http/params.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import type { World } from '../world/world.ts'
import { book } from './balance-transactions.ts'
import { bookCharge } from './charges.ts'
import { EMPTY_EVIDENCE, newDispute } from './new-dispute.ts'

const DISPUTE_FEE = 2000

const disputeOf = (world: World, id: string): Stripe.Dispute => found(world.state.disputes[id], 'dispute', id)
const isInquiry = ({ status }: Stripe.Dispute) => status.startsWith('warning_')

/** The bank takes the money back while it asks, an inquiry apart. Source: docs.stripe.com/disputes/how-disputes-work */
export const openDispute = (world: World, chargeId: string): void => {
  const charge = world.state.charges[chargeId]
  const wanted = charge && charge.payment_method !== null ? disputePlanOf(world, charge.payment_method) : undefined
  if (!charge || !wanted) return
  bookCharge(world, chargeId)
  const dispute = newDispute(world, charge, wanted)
  world.state.disputes[dispute.id] = dispute
  charge.disputed = !wanted.isInquiry
  emit(world, 'charge.dispute.created', dispute)
  if (wanted.isInquiry) return
  dispute.balance_transactions = [
    book(world, {
      type: 'adjustment',
      reportingCategory: 'dispute',
      amount: -charge.amount,
      fee: DISPUTE_FEE,
      currency: charge.currency,
      source: dispute.id,
      description: `Chargeback withdrawal for ${charge.id}`,
    }),
  ]
  emit(world, 'charge.dispute.funds_withdrawn', dispute)
  if (wanted.isFinal) close(world, dispute, false)
}

/** The bank's decision. Won gives back the amount and the fee; lost keeps both. */
const close = (world: World, dispute: Stripe.Dispute, isWon: boolean): void => {
  if (isInquiry(dispute)) dispute.status = 'warning_closed'
  else dispute.status = isWon ? 'won' : 'lost'
  emit(world, 'charge.dispute.closed', dispute)
  if (dispute.status !== 'won') return
  dispute.balance_transactions.push(
    book(world, {
      type: 'adjustment',
      reportingCategory: 'dispute_reversal',
      amount: dispute.amount,
      fee: -DISPUTE_FEE,
      currency: dispute.currency,
      source: dispute.id,
      description: `Chargeback reversal for ${String(dispute.charge)}`,
    }),
  )
  emit(world, 'charge.dispute.funds_reinstated', dispute)
}

const evidence = fields(Object.fromEntries(Object.keys(EMPTY_EVIDENCE).map((key) => [key, text])))

type Update = {
  evidence: Record<string, string | undefined> | undefined
  submit: boolean | undefined
  metadata: Record<string, string> | '' | undefined
}

/** Evidence decides at once: `winning_evidence` or `losing_evidence` in `uncategorized_text`. Source: docs.stripe.com/testing#evidence */
const update = (world: World, dispute: Stripe.Dispute, params: Update): Stripe.Dispute => {
  dispute.metadata = mergeMetadata(dispute.metadata, params.metadata)
  const given = Object.entries(params.evidence ?? {}).filter(([, value]) => value !== undefined)
  if (given.length > 0) {
    dispute.evidence = { ...dispute.evidence, ...Object.fromEntries(given) }
    dispute.evidence_details.has_evidence = true
  }
  const isSubmitted = params.submit ?? given.length > 0
  if (isSubmitted) {
    if (!['needs_response', 'warning_needs_response'].includes(dispute.status)) throw invalidRequest('This dispute is already closed')
    dispute.status = isInquiry(dispute) ? 'warning_under_review' : 'under_review'
    dispute.evidence_details.submission_count += 1
  }
  emit(world, 'charge.dispute.updated', dispute)
  if (isSubmitted && dispute.evidence.uncategorized_text === 'winning_evidence') close(world, dispute, true)
  if (isSubmitted && dispute.evidence.uncategorized_text === 'losing_evidence') close(world, dispute, false)
  return dispute
}

export const disputeEndpoints = [
  endpoint('get', '/v1/disputes', { ...listFields, charge: text, payment_intent: text }, ({ world, params }) =>
    page(
      Object.values(world.state.disputes).filter(
        (dispute) =>
          dispute.charge === (params.charge ?? dispute.charge) &&
          dispute.payment_intent === (params.payment_intent ?? dispute.payment_intent),
      ),
      params,
      '/v1/disputes',
    ),
  ),
  endpoint('get', '/v1/disputes/:id', {}, ({ world, id }) => disputeOf(world, id)),
  endpoint('post', '/v1/disputes/:id', { evidence, submit: flag, metadata }, ({ world, id, params }) =>
    update(world, disputeOf(world, id), params),
  ),
  endpoint('post', '/v1/disputes/:id/close', {}, ({ world, id }) => {
    const dispute = disputeOf(world, id)
    if (['won', 'lost', 'warning_closed'].includes(dispute.status)) throw invalidRequest('This dispute is already closed')
    close(world, dispute, false)
    return dispute
  }),
]
