import Stripe from 'stripe'
import { cardFields, customerWithCard, postForm, share, startWithReceiver } from './emulator-support.ts'

type Setting = Awaited<ReturnType<typeof startWithReceiver>>
let setting: Setting

beforeAll(async () => {
  setting = await startWithReceiver()
})
afterAll(() => setting.stop())

const refusalOf = async (work: Promise<unknown>): Promise<Stripe.errors.StripeCardError> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Stripe.errors.StripeCardError) return error
  throw new Error(`Not a card error: ${String(error)}`)
}

const eventTypes = async (intentId: string) => {
  const events = await setting.stripe.events.list({ limit: 100 })
  const isAbout = ({ data }: Stripe.Event) => {
    const object = data.object as { id?: string; payment_intent?: unknown }
    return object.id === intentId || object.payment_intent === intentId
  }
  return events.data
    .filter(isAbout)
    .map(({ type }) => type)
    .reverse()
}

test('the card 0341 is saved, then refused when it is charged', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4000000000000341')
  const refusal = await refusalOf(stripe.paymentIntents.create(share(customer, paymentMethod)))

  expect(refusal).toMatchObject({ statusCode: 402, code: 'card_declined', decline_code: 'generic_decline' })
  expect(refusal.payment_intent).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } })
  const charge = await stripe.charges.retrieve(String(refusal.charge))
  expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: 'card_declined' })
  expect(await eventTypes(String(refusal.payment_intent?.id))).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
  ])
})

test('the same intent is paid with another card after a refusal', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4000000000000341')
  const refusal = await refusalOf(stripe.paymentIntents.create(share(customer, paymentMethod)))
  const other = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const paid = await stripe.paymentIntents.confirm(String(refusal.payment_intent?.id), { payment_method: other.id, off_session: true })
  expect(paid.status).toBe('succeeded')
})

test('the card 3184 asks for its holder: refused off-session, then paid through the 3DS page', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4000002760003184')
  const refusal = await refusalOf(stripe.paymentIntents.create(share(customer, paymentMethod)))
  expect(refusal).toMatchObject({ code: 'authentication_required', decline_code: 'authentication_required' })

  const id = String(refusal.payment_intent?.id)
  const waiting = await stripe.paymentIntents.confirm(id, { payment_method: paymentMethod, return_url: 'http://app.example/payer?x=1' })
  expect(waiting.status).toBe('requires_action')
  expect(waiting.next_action?.type).toBe('redirect_to_url')

  const answer = await postForm(String(waiting.next_action?.redirect_to_url?.url), { decision: 'approve' })
  const back = new URL(answer.location)
  expect(Object.fromEntries(back.searchParams)).toEqual({
    x: '1',
    payment_intent: id,
    payment_intent_client_secret: waiting.client_secret,
    redirect_status: 'succeeded',
  })
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe('succeeded')
})

test('a refused 3DS leaves the intent unpaid with its reason', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4000002760003184')
  const intent = await stripe.paymentIntents.create({
    ...share(customer, paymentMethod),
    off_session: false,
    return_url: 'http://app.example/payer',
  })
  const answer = await postForm(String(intent.next_action?.redirect_to_url?.url), { decision: 'fail' })
  expect(answer.location).toContain('redirect_status=failed')
  expect(await stripe.paymentIntents.retrieve(intent.id)).toMatchObject({
    status: 'requires_payment_method',
    last_payment_error: { code: 'payment_intent_authentication_failure' },
  })
})

test('the card 3155 is verified once when saved and never again', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4000002500003155')
  expect((await stripe.paymentIntents.create(share(customer, paymentMethod))).status).toBe('succeeded')
})

test('a card that cannot be saved is refused on the page in French, and the page can be used again', async () => {
  const { stripe } = setting
  const customer = await stripe.customers.create({ name: 'Fromagerie' })
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    customer: customer.id,
    currency: 'eur',
    success_url: 'http://app.example/ok',
    cancel_url: 'http://app.example/non',
  })
  const refused = await postForm(String(session.url), cardFields('4000000000009995'))
  expect(refused.status).toBe(402)
  expect(refused.html).toContain('La provision de cette carte est insuffisante')
  const accepted = await postForm(String(session.url), cardFields('4242424242424242'))
  expect(accepted).toMatchObject({ status: 303, location: 'http://app.example/ok' })
  expect((await stripe.checkout.sessions.retrieve(session.id)).status).toBe('complete')
})

test('a Checkout Session in payment mode takes the money and carries its transfer group', async () => {
  const { stripe } = setting
  const customer = await stripe.customers.create({ name: 'Librairie' })
  const session = await stripe.checkout.sessions.create({
    mode: 'payment',
    customer: customer.id,
    success_url: 'http://app.example/ok?sid={CHECKOUT_SESSION_ID}',
    line_items: [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 12000, product_data: { name: 'Votre part : site web' } } }],
    payment_intent_data: { transfer_group: 'mission_9', setup_future_usage: 'off_session', metadata: { shareId: 'share-9' } },
  })
  const page = await (await fetch(String(session.url))).text()
  expect(page).toContain('Votre part : site web')
  const answer = await postForm(String(session.url), cardFields('4242424242424242'))
  expect(answer.location).toBe(`http://app.example/ok?sid=${session.id}`)
  const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
  expect(done).toMatchObject({ payment_status: 'paid', payment_intent: { transfer_group: 'mission_9', metadata: { shareId: 'share-9' } } })
  expect((await stripe.paymentMethods.list({ customer: customer.id })).data).toHaveLength(1)
})

test('a detached card is never charged again', async () => {
  const { stripe } = setting
  const { customer, paymentMethod } = await customerWithCard(stripe, '4242424242424242')
  await stripe.paymentMethods.detach(paymentMethod)
  await expect(stripe.paymentIntents.create(share(customer, paymentMethod))).rejects.toMatchObject({ type: 'StripeInvalidRequestError' })
})
