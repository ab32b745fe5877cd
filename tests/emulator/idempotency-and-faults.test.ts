import Stripe from 'stripe'
import { clientOf, customerWithCard, share, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting

beforeAll(async () => {
  setting = await startWithReceiver()
})
afterAll(() => setting.stop())

const countIntents = async () => (await setting.stripe.paymentIntents.list({ limit: 100 })).data.length
const aShare = async (cardNumber = '4242424242424242') => {
  const { customer, paymentMethod } = await customerWithCard(setting.stripe, cardNumber)
  return share(customer, paymentMethod)
}

test('the same key with the same parameters answers the same intent, marked as a replay', async () => {
  const params = await aShare()
  const first = await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:a:1' })
  const second = await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:a:1' })
  expect(second.id).toBe(first.id)
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
})

test('the same key with other parameters is refused', async () => {
  const params = await aShare()
  await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:b:1' })
  const repeat = setting.stripe.paymentIntents.create({ ...params, amount: 1234 }, { idempotencyKey: 'charge:b:1' })
  await expect(repeat).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  await expect(repeat).rejects.toThrow("Try using a key other than 'charge:b:1'")
})

test('a decline is replayed too, so a repeat never tries the card again', async () => {
  const params = await aShare('4000000000000341')
  const tryOnce = () => setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:c:1' }).catch((error: unknown) => error)
  const [first, second] = [await tryOnce(), await tryOnce()] as Stripe.errors.StripeCardError[]
  expect(second?.payment_intent?.id).toBe(first?.payment_intent?.id)
  expect((await setting.stripe.charges.list({ customer: params.customer })).data).toHaveLength(1)
})

test('a validation error is not kept: the corrected request runs under the same key', async () => {
  const params = await aShare()
  const wrong = { ...params, amount: 0 }
  await expect(setting.stripe.paymentIntents.create(wrong, { idempotencyKey: 'charge:d:1' })).rejects.toMatchObject({
    code: 'parameter_invalid_integer',
  })
  expect((await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:d:1' })).status).toBe('succeeded')
})

test('a key is forgotten after a day', async () => {
  const params = await aShare()
  const first = await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:e:1' })
  setting.emulator.control.advanceClock(25 * 3600 * 1000)
  const later = await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:e:1' })
  expect(later.id).not.toBe(first.id)
})

test('two at once under one key: one executes, the other hears that it is in use', async () => {
  const params = await aShare()
  setting.emulator.control.addFault({ kind: 'slow', path: '/v1/payment_intents', delayMs: 300 })
  const impatient = clientOf(setting.emulator, { maxNetworkRetries: 0 })
  const first = impatient.paymentIntents.create(params, { idempotencyKey: 'charge:f:1' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expect(impatient.paymentIntents.create(params, { idempotencyKey: 'charge:f:1' })).rejects.toMatchObject({
    statusCode: 409,
    code: 'idempotency_key_in_use',
  })
  expect((await first).status).toBe('succeeded')
})

test('a connection cut after the commit is repeated by the SDK and charged once', async () => {
  const params = await aShare()
  const before = await countIntents()
  setting.emulator.control.addFault({ kind: 'timeout', path: '/v1/payment_intents' })
  const intent = await setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:g:1' })
  expect(intent.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(await countIntents()).toBe(before + 1)
})

test.each([500, 409])('a passing %i is repeated by the SDK until it succeeds', async (status) => {
  const params = await aShare()
  setting.emulator.control.addFault({ kind: 'http', status, path: '/v1/payment_intents' })
  expect((await setting.stripe.paymentIntents.create(params, { idempotencyKey: `charge:h:${status}` })).status).toBe('succeeded')
})

test('a passing 429, ordered over HTTP, is told to the caller, who may repeat under the same key', async () => {
  const params = await aShare()
  const fault = { kind: 'http', status: 429, path: '/v1/payment_intents' }
  await fetch(`${setting.emulator.url}/_emu/faults`, { method: 'POST', body: JSON.stringify(fault) })
  const create = () => setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:h:429' })
  await expect(create()).rejects.toBeInstanceOf(Stripe.errors.StripeRateLimitError)
  expect((await create()).status).toBe('succeeded')
})

test('a 500 that Stripe kept is answered again under the same key and not retried by the SDK', async () => {
  const params = await aShare()
  const before = await countIntents()
  setting.emulator.control.addFault({ kind: 'http', status: 500, isStored: true, path: '/v1/payment_intents' })
  const create = () => setting.stripe.paymentIntents.create(params, { idempotencyKey: 'charge:i:1' })
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
  await expect(create()).rejects.toMatchObject({ statusCode: 500 })
  expect(await countIntents()).toBe(before)
})

test('payment_method_types is refused at the version of the SDK, unknown and missing parameters always', async () => {
  const call = (body: string, version = '2026-10-28.endive') =>
    fetch(`${setting.emulator.url}/v1/payment_intents`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer sk_test_mutuo_emulator',
        'stripe-version': version,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body,
    }).then(async (response) => ({
      status: response.status,
      error: ((await response.json()) as { error?: { code?: string; param?: string } }).error,
    }))
  expect(await call('amount=100&currency=eur&payment_method_types[0]=card')).toMatchObject({
    status: 400,
    error: { code: 'payment_method_types_no_longer_supported' },
  })
  expect(await call('amount=100&currency=eur&payment_method_types[0]=card', '2025-03-31.basil')).toMatchObject({ status: 200 })
  expect(await call('amount=100&currency=eur&colour=red')).toMatchObject({
    status: 400,
    error: { code: 'parameter_unknown', param: 'colour' },
  })
  expect(await call('amount=100')).toMatchObject({ status: 400, error: { code: 'parameter_missing', param: 'currency' } })
})

test('an unknown id is a 404 that names it, an unknown key a 401', async () => {
  await expect(setting.stripe.paymentIntents.retrieve('pi_none')).rejects.toThrow("No such payment_intent: 'pi_none'")
  const stranger = new Stripe('sk_test_other', { host: '127.0.0.1', port: setting.emulator.port, protocol: 'http' })
  await expect(stranger.balance.retrieve()).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
})

test('an intent lost from memory is found again by its metadata', async () => {
  const params = await aShare()
  const created = await setting.stripe.paymentIntents.create({ ...params, metadata: { shareId: 'share-lost' } })
  const { data } = await setting.stripe.paymentIntents.search({ query: "metadata['shareId']:'share-lost' AND status:'succeeded'" })
  expect(data.map(({ id }) => id)).toEqual([created.id])
})
