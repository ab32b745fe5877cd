import type Stripe from 'stripe'
import { newId } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { book } from './balance-transactions.ts'

/** The `py_…` a transfer leaves on the connected account. Source: docs.stripe.com/connect/separate-charges-and-transfers */
export const makeDestinationPayment = (world: World, transfer: Stripe.Transfer, account: string, availableOn: number): Stripe.Charge => {
  const payment: Stripe.Charge = {
    id: newId('py'),
    object: 'charge',
    amount: transfer.amount,
    amount_captured: transfer.amount,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    calculated_statement_descriptor: null,
    captured: true,
    created: nowSeconds(world),
    currency: transfer.currency,
    customer: null,
    description: null,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    fraud_details: {},
    livemode: false,
    metadata: {},
    on_behalf_of: null,
    outcome: null,
    paid: true,
    payment_intent: null,
    payment_method: null,
    payment_method_details: { type: 'stripe_account', stripe_account: {} },
    receipt_email: null,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: transfer.id,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: 'succeeded',
    transfer_data: null,
    transfer_group: transfer.transfer_group,
  }
  payment.balance_transaction = book(world, {
    type: 'payment',
    reportingCategory: 'charge',
    amount: transfer.amount,
    currency: transfer.currency,
    source: payment.id,
    availableOn,
    account,
  }).id
  world.state.charges[payment.id] = payment
  world.state.owners[payment.id] = account
  return payment
}
