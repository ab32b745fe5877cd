import Stripe from 'stripe'
import { eventually, onboardedAccount, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting

beforeEach(async () => {
  setting = await startWithReceiver()
})
afterEach(() => setting.stop())

const received = (path: string) => setting.receiver.receipts.filter((receipt) => receipt.path === path)
const customerCreated = () => setting.stripe.customers.create({ name: 'Savonnerie' }, { idempotencyKey: 'cus:1' })

test('the SDK accepts the signature of the exact bytes, and no other', async () => {
  await customerCreated()
  await eventually(() => received('/v1').length === 1, 'one delivery')
  const { body, signature } = received('/v1')[0] ?? { body: '', signature: '' }
  const event = setting.stripe.webhooks.constructEvent(body, signature, 'whsec_mutuo_v1')
  expect(event).toMatchObject({ type: 'customer.created', api_version: '2026-10-28.endive', request: { idempotency_key: 'cus:1' } })
  expect(() => setting.stripe.webhooks.constructEvent(body.replace('Savonnerie', 'Parfumerie'), signature, 'whsec_mutuo_v1')).toThrow(
    Stripe.errors.StripeSignatureVerificationError,
  )
  expect(() => setting.stripe.webhooks.constructEvent(body, signature, 'whsec_mutuo_v2')).toThrow()
})

test('an endpoint that does not answer 2xx is tried again with the same bytes', async () => {
  setting.receiver.answer(500)
  setting.receiver.answer(302)
  await customerCreated()
  await eventually(() => received('/v1').length === 1, 'the first try')
  setting.emulator.control.advanceClock(2000)
  await eventually(() => received('/v1').length === 2, 'the second try')
  setting.emulator.control.advanceClock(10_000)
  await eventually(() => received('/v1').length === 3, 'the third try')
  await eventually(() => Object.values(setting.emulator.control.dump().deliveries).every(({ state }) => state === 'delivered'), 'delivered')
  expect(new Set(received('/v1').map(({ body }) => body)).size).toBe(1)
})

test('an event can be dropped, doubled, late or out of order', async () => {
  const { stripe, emulator } = setting
  const typesOf = () => received('/v1').map(({ body }) => (JSON.parse(body) as Stripe.Event).type)
  emulator.control.addFault({ kind: 'webhook', effect: 'drop', eventType: 'customer.created' })
  emulator.control.addFault({ kind: 'webhook', effect: 'duplicate', eventType: 'topup.created' })
  emulator.control.addFault({ kind: 'webhook', effect: 'reorder', eventType: 'payment_intent.created' })
  emulator.control.addFault({ kind: 'webhook', effect: 'delay', delayMs: 172_800_000, eventType: 'payment_intent.succeeded' })
  await customerCreated()
  await stripe.topups.create({ amount: 100, currency: 'eur' })
  await stripe.paymentIntents.create({ amount: 100, currency: 'eur', payment_method: 'pm_card_visa', confirm: true })
  await eventually(() => typesOf().includes('payment_intent.created'), 'the late creation')
  expect(typesOf().filter((type) => type === 'topup.created')).toHaveLength(2)
  expect(typesOf().indexOf('charge.succeeded')).toBeLessThan(typesOf().indexOf('payment_intent.created'))
  expect(typesOf()).not.toContain('payment_intent.succeeded')
  emulator.control.advanceClock(172_800_000)
  await eventually(() => typesOf().includes('payment_intent.succeeded'), 'the event two days late')
  expect(typesOf()).not.toContain('customer.created')
})

test('an event can be sent again', async () => {
  await customerCreated()
  await eventually(() => received('/v1').length === 1, 'the first delivery')
  const { id } = JSON.parse(received('/v1')[0]?.body ?? '{}') as { id: string }
  setting.emulator.control.resend(id)
  await eventually(() => received('/v1').length === 2, 'the second delivery')
})

test('onboarding is told by a thin event, from which the SDK fetches the account', async () => {
  const account = await onboardedAccount(setting.stripe)
  const isStatus = ({ body }: { body: string }) => body.includes('capability_status_updated')
  await eventually(() => received('/v2').some(isStatus), 'the thin event')
  const { body, signature } = received('/v2').find(isStatus) ?? { body: '', signature: '' }
  expect(JSON.parse(body)).not.toHaveProperty('data')
  const notification = setting.stripe.parseEventNotification(body, signature, 'whsec_mutuo_v2')
  if (notification.type !== 'v2.core.account[configuration.recipient].capability_status_updated') throw new Error(notification.type)
  expect(notification.related_object.id).toBe(account)
  expect((await notification.fetchRelatedObject()).id).toBe(account)
  expect(await notification.fetchEvent()).toMatchObject({ data: { updated_capability: 'stripe_balance.stripe_transfers' } })

  const read = await setting.stripe.v2.core.accounts.retrieve(account, { include: ['configuration.recipient', 'requirements'] })
  expect(read.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status).toBe('active')
  expect(read.requirements?.entries).toEqual([])
  const bare = await setting.stripe.v2.core.accounts.retrieve(account)
  expect(bare.configuration).toBeUndefined()
})

test('the connected account is told to the connect endpoint as well, and gets a login link', async () => {
  const account = await onboardedAccount(setting.stripe)
  await eventually(() => received('/connect').length === 1, 'account.updated')
  const { body, signature } = received('/connect')[0] ?? { body: '', signature: '' }
  expect(setting.stripe.webhooks.constructEvent(body, signature, 'whsec_mutuo_connect')).toMatchObject({ type: 'account.updated', account })
  const link = await setting.stripe.accounts.createLoginLink(account)
  expect(await (await fetch(link.url)).text()).toContain('Votre compte de versement')
})

test('an onboarding link serves once, then sends back for a new one', async () => {
  const { stripe } = setting
  const account = await stripe.v2.core.accounts.create({ display_name: 'Nolwenn', dashboard: 'express' })
  const link = await stripe.v2.core.accountLinks.create({
    account: account.id,
    use_case: {
      type: 'account_onboarding',
      account_onboarding: { refresh_url: 'http://app.example/refaire', return_url: 'http://app.example/fait' },
    },
  })
  const page = await (await fetch(link.url)).text()
  expect(page).toContain('name="outcome"')
  await fetch(link.url, { method: 'POST', body: new URLSearchParams({ outcome: 'pending' }), redirect: 'manual' })
  const again = await fetch(link.url, { redirect: 'manual' })
  expect(again.headers.get('location')).toBe('http://app.example/refaire')
})
