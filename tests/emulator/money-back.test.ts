import type Stripe from 'stripe'
import { customerWithCard, eventually, onboardedAccount, share, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting

beforeAll(async () => {
  setting = await startWithReceiver()
})
afterAll(() => setting.stop())

const DAY_MS = 24 * 3600 * 1000

const paidCharge = async (cardNumber = '4242424242424242', amount = 10000): Promise<string> => {
  const { customer, paymentMethod } = await customerWithCard(setting.stripe, cardNumber)
  const intent = await setting.stripe.paymentIntents.create(share(customer, paymentMethod, amount))
  return String(intent.latest_charge)
}

test('transfers drawing on a charge never exceed it', async () => {
  const { stripe } = setting
  const source_transaction = await paidCharge()
  const destination = await onboardedAccount(stripe)
  await stripe.transfers.create({ amount: 6000, currency: 'eur', destination, source_transaction })
  await expect(stripe.transfers.create({ amount: 4001, currency: 'eur', destination, source_transaction })).rejects.toMatchObject({
    type: 'StripeInvalidRequestError',
    code: 'balance_insufficient',
  })
  await stripe.transfers.create({ amount: 4000, currency: 'eur', destination, source_transaction })
  expect((await stripe.transfers.list({ transfer_group: 'mission_1', destination })).data.map(({ amount }) => amount)).toEqual([4000, 6000])
})

test('without a source charge a transfer needs money that is available', async () => {
  const { stripe, emulator } = setting
  emulator.control.reset()
  await paidCharge('4242424242424242', 10000)
  const destination = await onboardedAccount(stripe)
  const transfer = { amount: 9000, currency: 'eur', destination }
  await eventually(() => Object.keys(emulator.control.dump().balanceTransactions).length === 1, 'the charge is booked')
  await expect(stripe.transfers.create(transfer)).rejects.toMatchObject({ code: 'balance_insufficient' })
  emulator.control.advanceClock(4 * DAY_MS)
  expect((await stripe.transfers.create(transfer)).amount).toBe(9000)
})

test('a freelancer whose file is incomplete receives nothing', async () => {
  const { stripe } = setting
  const source_transaction = await paidCharge()
  const destination = await onboardedAccount(stripe, 'restricted')
  await expect(stripe.transfers.create({ amount: 1, currency: 'eur', destination, source_transaction })).rejects.toMatchObject({
    code: 'insufficient_capabilities_for_transfer',
  })
})

test('a reversal brings transferred money back', async () => {
  const { stripe } = setting
  const source_transaction = await paidCharge()
  const destination = await onboardedAccount(stripe)
  const transfer = await stripe.transfers.create({ amount: 6000, currency: 'eur', destination, source_transaction })
  await stripe.transfers.createReversal(transfer.id, { amount: 1000 })
  expect(await stripe.transfers.retrieve(transfer.id)).toMatchObject({ amount_reversed: 1000, reversed: false })
  await expect(stripe.transfers.createReversal(transfer.id, { amount: 5001 })).rejects.toMatchObject({ param: 'amount' })
})

test('a charge is refunded in part, then wholly, then no more', async () => {
  const { stripe } = setting
  const charge = await paidCharge()
  const first = await stripe.refunds.create({ charge, amount: 3333, reason: 'requested_by_customer' })
  expect(first).toMatchObject({ status: 'succeeded', amount: 3333 })
  await expect(stripe.refunds.create({ charge, amount: 6668 })).rejects.toMatchObject({ param: 'amount' })
  await stripe.refunds.create({ charge })
  expect(await stripe.charges.retrieve(charge)).toMatchObject({ amount_refunded: 10000, refunded: true })
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_already_refunded' })
})

test('a refund the bank sends back returns to our balance', async () => {
  const { stripe, emulator } = setting
  const charge = await paidCharge('4000000000005126')
  const refund = await stripe.refunds.create({ charge })
  emulator.control.advanceClock(DAY_MS)
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' })
  const types = (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type)
  expect(types).toContain('refund.failed')
})

test('a disputed charge cannot be refunded; winning gives the money and the fee back', async () => {
  const { stripe, emulator } = setting
  emulator.control.reset()
  const charge = await paidCharge('4000000000000259')
  await eventually(() => Object.keys(emulator.control.dump().disputes).length === 1, 'the dispute')
  const dispute = (await stripe.disputes.list({ charge })).data[0] as Stripe.Dispute
  await expect(stripe.refunds.create({ charge })).rejects.toMatchObject({ code: 'charge_disputed' })
  const won = await stripe.disputes.update(dispute.id, { evidence: { uncategorized_text: 'winning_evidence' }, submit: true })
  expect(won.status).toBe('won')
  expect(won.balance_transactions.map(({ net }) => net)).toEqual([-12000, 12000])
})

test('the balance is the sum of its transactions, page after page', async () => {
  const { stripe, emulator } = setting
  emulator.control.reset()
  const charges = [await paidCharge(), await paidCharge(), await paidCharge()]
  await eventually(() => Object.keys(emulator.control.dump().balanceTransactions).length === 3, 'three bookings')
  await stripe.refunds.create({ charge: String(charges[0]), amount: 500 })
  const transactions = await stripe.balanceTransactions.list({ limit: 2, expand: ['data.source'] }).autoPagingToArray({ limit: 100 })
  expect(transactions).toHaveLength(4)
  expect(transactions[0]).toMatchObject({ type: 'refund', source: { object: 'refund' } })
  const { available, pending } = await stripe.balance.retrieve()
  const total = [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0)
  expect(transactions.reduce((sum, { net }) => sum + net, 0)).toBe(total)
})
