import type Stripe from 'stripe'
import { customerWithCard, eventually, onboardedAccount, share, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting

beforeAll(async () => {
  setting = await startWithReceiver()
})
afterAll(() => setting.stop())

const typesReceived = () => setting.receiver.receipts.map(({ body }) => (JSON.parse(body) as Stripe.Event).type)

test('a card saved on the page is charged off-session, told by webhooks, and its money is transferred', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4242424242424242')
  const intent = await stripe.paymentIntents.create({ ...share(customer, paymentMethod), expand: ['latest_charge'] })
  const charge = intent.latest_charge as Stripe.Charge

  expect(intent.status).toBe('succeeded')
  expect(charge.balance_transaction).toBeNull()
  await eventually(() => typesReceived().includes('charge.updated'), 'charge.updated')

  const booked = await stripe.charges.retrieve(charge.id, { expand: ['balance_transaction'] })
  expect(booked.balance_transaction).toMatchObject({ amount: 40001, fee: 625, net: 39376, status: 'pending' })

  const destination = await onboardedAccount(stripe)
  const transfer = await stripe.transfers.create({ amount: 30000, currency: 'eur', destination, source_transaction: charge.id })
  expect(transfer).toMatchObject({ amount: 30000, transfer_group: 'mission_1', source_transaction: charge.id })

  const balance = await stripe.balance.retrieve()
  expect(balance.pending).toEqual([expect.objectContaining({ amount: 9376, currency: 'eur' })])
  const received = await stripe.balance.retrieve({}, { stripeAccount: destination })
  expect(received.pending).toEqual([expect.objectContaining({ amount: 30000 })])
})
