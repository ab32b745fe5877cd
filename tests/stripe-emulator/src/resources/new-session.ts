import type Stripe from 'stripe'
import { mergeMetadata } from '../http/params.ts'
import { nowSeconds, type World } from '../world/world.ts'

type Input = {
  mode: 'setup' | 'payment'
  success_url: string
  cancel_url: string | undefined
  customer: string | undefined
  customer_email: string | undefined
  client_reference_id: string | undefined
  currency: string | undefined
  locale: string | undefined
  metadata: Record<string, string> | '' | undefined
  line_items: { quantity: number; price_data: { currency: string; unit_amount: number } }[] | undefined
  allowed_payment_method_types: string[] | undefined
  payment_method_types: string[] | undefined
  expires_at: number | undefined
  submit_type: string | undefined
}

const DAY_S = 24 * 3600

/** An open session and the address of its page. Source: docs.stripe.com/api/checkout/sessions/object */
export const newSession = (world: World, id: string, input: Input): Stripe.Checkout.Session => {
  const isPayment = input.mode === 'payment'
  const total = (input.line_items ?? []).reduce((sum, { quantity, price_data }) => sum + quantity * price_data.unit_amount, 0)
  return {
    id,
    object: 'checkout.session',
    adaptive_pricing: isPayment ? { enabled: false } : null,
    after_expiration: null,
    allow_promotion_codes: null,
    allowed_payment_method_types: input.allowed_payment_method_types ?? null,
    amount_subtotal: isPayment ? total : null,
    amount_total: isPayment ? total : null,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: input.cancel_url ?? null,
    client_reference_id: input.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: nowSeconds(world),
    currency: input.currency ?? input.line_items?.[0]?.price_data.currency ?? null,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: input.customer ?? null,
    customer_account: null,
    customer_creation: isPayment && input.customer === undefined ? 'if_required' : null,
    customer_details: null,
    customer_email: input.customer_email ?? null,
    discounts: null,
    expires_at: input.expires_at ?? nowSeconds(world) + DAY_S,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: input.locale ?? null,
    managed_payments: null,
    metadata: mergeMetadata({}, input.metadata),
    mode: input.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: isPayment ? 'if_required' : 'always',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: input.allowed_payment_method_types ?? input.payment_method_types ?? ['card'],
    payment_status: isPayment ? 'unpaid' : 'no_payment_required',
    permissions: null,
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: input.submit_type ?? null,
    subscription: null,
    success_url: input.success_url,
    total_details: isPayment ? { amount_discount: 0, amount_shipping: 0, amount_tax: 0 } : null,
    ui_mode: 'hosted_page',
    url: `${world.baseUrl}/c/pay/${id}`,
    wallet_options: null,
  }
}
