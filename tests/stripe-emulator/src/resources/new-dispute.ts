import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'

export const EMPTY_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}

const ANSWER_DAYS = 9
const DAY_S = 24 * 3600

/** A dispute or inquiry just received. Source: docs.stripe.com/api/disputes/object */
export const newDispute = (
  world: World,
  charge: Stripe.Charge,
  { reason, isInquiry }: { reason: string; isInquiry: boolean },
): Stripe.Dispute => ({
  id: newId('du'),
  object: 'dispute',
  amount: charge.amount,
  balance_transactions: [],
  charge: charge.id,
  created: nowSeconds(world),
  currency: charge.currency,
  enhanced_eligibility_types: [],
  evidence: { ...EMPTY_EVIDENCE, customer_name: charge.billing_details.name },
  evidence_details: {
    due_by: nowSeconds(world) + ANSWER_DAYS * DAY_S,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: 'not_submitted',
  },
  intended_submission_method: 'manual',
  is_charge_refundable: isInquiry,
  livemode: false,
  metadata: {},
  payment_intent: charge.payment_intent,
  payment_method_details: {
    card: { brand: 'visa', case_type: isInquiry ? 'inquiry' : 'chargeback', network: 'visa', network_reason_code: '10.4' },
    type: 'card',
  },
  reason,
  status: isInquiry ? 'warning_needs_response' : 'needs_response',
})
