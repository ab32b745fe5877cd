import type Stripe from 'stripe'
import { postForm, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting

beforeAll(async () => {
  setting = await startWithReceiver()
})
afterAll(() => setting.stop())

const savedIban = async (iban: string) => {
  const { stripe } = setting
  const customer = await stripe.customers.create({ name: 'Coopérative' })
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    customer: customer.id,
    currency: 'eur',
    allowed_payment_method_types: ['card', 'sepa_debit'],
    success_url: 'http://app.example/ok',
  })
  const form = { method: 'sepa_debit', iban, name: 'Coopérative', mandate: 'on' }
  const { mandate: _unticked, ...untickedForm } = form
  expect((await postForm(String(session.url), untickedForm)).html).toContain('Cochez la case')
  await postForm(String(session.url), form)
  const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] })
  const setup = done.setup_intent as Stripe.SetupIntent
  expect(await stripe.mandates.retrieve(String(setup.mandate))).toMatchObject({ status: 'active', payment_method: setup.payment_method })
  return { customer: customer.id, payment_method: String(setup.payment_method) }
}

const debit = async (iban: string) =>
  setting.stripe.paymentIntents.create({
    ...(await savedIban(iban)),
    amount: 50_000,
    currency: 'eur',
    off_session: true,
    confirm: true,
    allowed_payment_method_types: ['card', 'sepa_debit'],
  })

const MINUTE_MS = 60_000

test('a debit is processing, then paid with its fee', async () => {
  const intent = await debit('FR14 2004 1010 0505 0001 3M02 606')
  expect(intent.status).toBe('processing')
  setting.emulator.control.advanceClock(MINUTE_MS)
  const paid = await setting.stripe.paymentIntents.retrieve(intent.id, { expand: ['latest_charge.balance_transaction'] })
  expect(paid).toMatchObject({ status: 'succeeded', latest_charge: { paid: true, balance_transaction: { type: 'payment', fee: 35 } } })
})

test('a debit may fail three minutes later, and says why', async () => {
  const intent = await debit('FR7920041010050500013M02600')
  setting.emulator.control.advanceClock(2 * MINUTE_MS)
  expect((await setting.stripe.paymentIntents.retrieve(intent.id)).status).toBe('processing')
  setting.emulator.control.advanceClock(2 * MINUTE_MS)
  expect(await setting.stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { decline_code: 'insufficient_funds' },
  })
})

test('a debit given back by the bank is a dispute lost at once', async () => {
  const intent = await debit('FR5720041010050500013M02608')
  setting.emulator.control.advanceClock(MINUTE_MS)
  const { data } = await setting.stripe.disputes.list({ payment_intent: intent.id })
  expect(data).toMatchObject([{ status: 'lost', amount: 50_000 }])
})

test('an early fraud warning is told and moves no money', async () => {
  await setting.stripe.paymentIntents.create({
    amount: 900,
    currency: 'eur',
    payment_method: 'pm_card_createIssuerFraudRecord',
    confirm: true,
  })
  expect((await setting.stripe.radar.earlyFraudWarnings.list()).data).toHaveLength(1)
})
