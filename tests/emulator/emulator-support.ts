import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startEmulator, type Emulator, type EmulatorOptions } from '@mutuo/stripe-emulator/start-emulator.ts'
import Stripe from 'stripe'

export const SECRET_KEY = 'sk_test_mutuo_emulator'

export const clientOf = (emulator: Emulator, options: Partial<Stripe.StripeConfig> = {}): Stripe =>
  new Stripe(SECRET_KEY, {
    host: '127.0.0.1',
    port: emulator.port,
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 2,
    timeout: 5000,
    ...options,
  })

export type Receipt = { path: string; body: string; signature: string }
export type Receiver = { url: string; receipts: Receipt[]; answer: (status: number, times?: number) => void; close: () => Promise<void> }

/** A webhook endpoint that keeps what it was sent, answering 200 unless told otherwise. */
export const startReceiver = async (): Promise<Receiver> => {
  const receipts: Receipt[] = []
  const refusals: number[] = []
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      receipts.push({
        path: req.url ?? '',
        body: Buffer.concat(chunks).toString('utf8'),
        signature: String(req.headers['stripe-signature']),
      })
      res.writeHead(refusals.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    receipts,
    answer: (status, times = 1) => void refusals.push(...Array<number>(times).fill(status)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** An emulator whose three webhook kinds arrive at one receiver. */
export const startWithReceiver = async (
  options: EmulatorOptions = {},
): Promise<{ emulator: Emulator; receiver: Receiver; stripe: Stripe; stop: () => Promise<void> }> => {
  const receiver = await startReceiver()
  const webhookUrls = { v1: `${receiver.url}/v1`, connect: `${receiver.url}/connect`, v2: `${receiver.url}/v2` }
  const emulator = await startEmulator({ webhookUrls, ...options })
  const stop = async () => {
    await emulator.stop()
    await receiver.close()
  }
  return { emulator, receiver, stripe: clientOf(emulator), stop }
}

/** Waits until the check holds, at most five seconds. */
export const eventually = async (check: () => boolean, what: string): Promise<void> => {
  for (let tries = 0; tries < 250; tries += 1) {
    if (check()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`Never happened: ${what}`)
}

/** Posts a page's form as a browser does, without following the redirect. */
export const postForm = async (
  url: string,
  fields: Record<string, string>,
): Promise<{ status: number; location: string; html: string }> => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() }
}

export const cardFields = (cardNumber: string): Record<string, string> => ({
  cardNumber,
  expiry: '12/40',
  cvc: '123',
  name: 'Anna Le Goff',
})

/** A customer with a card saved on the hosted page; 3DS is approved where the card asks for it. */
export const customerWithCard = async (stripe: Stripe, cardNumber: string): Promise<{ customer: string; paymentMethod: string }> => {
  const customer = await stripe.customers.create({ name: 'Boulangerie Le Goff', email: 'anna@legoff.example' })
  const session = await stripe.checkout.sessions.create({
    mode: 'setup',
    ui_mode: 'hosted_page',
    customer: customer.id,
    currency: 'eur',
    allowed_payment_method_types: ['card'],
    success_url: 'http://app.example/retour?sid={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://app.example/annule',
  })
  const answer = await postForm(String(session.url), cardFields(cardNumber))
  if (answer.location.includes('/3ds/')) await postForm(answer.location, { decision: 'approve' })
  const done = await stripe.checkout.sessions.retrieve(session.id, { expand: ['setup_intent'] })
  const { payment_method } = done.setup_intent as Stripe.SetupIntent
  return { customer: customer.id, paymentMethod: String(payment_method) }
}

export const share = (customer: string, paymentMethod: string, amount = 40001) => ({
  amount,
  currency: 'eur',
  customer,
  payment_method: paymentMethod,
  off_session: true,
  confirm: true,
  allowed_payment_method_types: ['card' as const],
  transfer_group: 'mission_1',
  metadata: { shareId: 'share-1' },
})

/** A freelancer's account whose onboarding page was completed. */
export const onboardedAccount = async (stripe: Stripe, outcome = 'complete'): Promise<string> => {
  const account = await stripe.v2.core.accounts.create({
    display_name: 'Yann Kerbrat',
    contact_email: 'yann@example.com',
    dashboard: 'express',
    identity: { country: 'fr', entity_type: 'individual' },
    configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
    defaults: { currency: 'eur', responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
  })
  const link = await stripe.v2.core.accountLinks.create({
    account: account.id,
    use_case: {
      type: 'account_onboarding',
      account_onboarding: { refresh_url: 'http://app.example/refaire', return_url: 'http://app.example/fait' },
    },
  })
  await postForm(link.url, { outcome })
  return account.id
}
