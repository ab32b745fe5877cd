import type Stripe from 'stripe'

export type Table<T> = Record<string, T>

/** What the emulator knows of a payment method and Stripe's API does not say. */
export type PaymentMethodFacts = { number: string; isAuthenticated: boolean; isDetached: boolean }

/** A 3DS page waiting for the card holder. */
export type Authentication = {
  token: string
  intentId: string
  paymentMethodId: string
  returnUrl: string
  sessionId: string | null
  isDone: boolean
}

export type OnboardingLink = {
  token: string
  accountId: string
  refreshUrl: string
  returnUrl: string | null
  expiresAtMs: number
  isUsed: boolean
}

/** Work to do later on the emulator's clock; kept as data so that it survives a restart. */
export type Task = { id: string; dueAtMs: number; kind: TaskKind; subjectId: string }
export type TaskKind =
  'book_charge' | 'settle_debit' | 'open_dispute' | 'finish_refund' | 'fail_refund' | 'pay_out' | 'release_funds' | 'deliver'

export type Delivery = {
  id: string
  eventId: string
  eventType: string
  /** `v1`, `connect`, `v2` or the id of a webhook endpoint; its address is looked up at each try. */
  receiver: string
  attempts: number
  state: 'waiting' | 'delivered' | 'given_up' | 'dropped'
  lastStatus: number | null
}

export type StoredAnswer = { fingerprint: string; status: number; body: string; storedAtMs: number }

export type Fault = {
  kind: 'http' | 'timeout' | 'slow' | 'webhook'
  status?: number
  isStored?: boolean
  delayMs?: number
  effect?: 'drop' | 'duplicate' | 'reorder' | 'delay'
  method?: string
  path?: string
  eventType?: string
  times: number
}

/** Everything the emulator remembers; plain data, so a snapshot is its JSON. */
export type State = {
  clockOffsetMs: number
  customers: Table<Stripe.Customer>
  deletedCustomers: Table<Stripe.DeletedCustomer>
  paymentMethods: Table<Stripe.PaymentMethod>
  paymentMethodFacts: Table<PaymentMethodFacts>
  setupIntents: Table<Stripe.SetupIntent>
  sessions: Table<Stripe.Checkout.Session>
  sessionPayments: Table<SessionPayment>
  paymentIntents: Table<Stripe.PaymentIntent>
  charges: Table<Stripe.Charge>
  refunds: Table<Stripe.Refund>
  transfers: Table<Stripe.Transfer>
  reversals: Table<Stripe.TransferReversal>
  disputes: Table<Stripe.Dispute>
  topups: Table<Stripe.Topup>
  payouts: Table<Stripe.Payout>
  mandates: Table<Stripe.Mandate>
  fraudWarnings: Table<Stripe.Radar.EarlyFraudWarning>
  balanceTransactions: Table<Stripe.BalanceTransaction>
  /** Objects of a connected account, by object id; what is not here is the platform's. */
  owners: Table<string>
  accounts: Table<Stripe.V2.Core.Account>
  onboardingLinks: Table<OnboardingLink>
  authentications: Table<Authentication>
  events: Table<Stripe.Event>
  thinEvents: Table<Stripe.V2.Core.Event>
  webhookEndpoints: Table<Stripe.WebhookEndpoint>
  deliveries: Table<Delivery>
  tasks: Table<Task>
  answers: Table<StoredAnswer>
  faults: Fault[]
}

/** What a Checkout Session in payment mode will ask of the PaymentIntent made at its first submit. */
export type SessionPayment = {
  transferGroup: string | null
  setupFutureUsage: Stripe.PaymentIntent.SetupFutureUsage | null
  metadata: Stripe.Metadata
  description: string | null
  statementDescriptorSuffix: string | null
  labels: string[]
}

export const emptyState = (): State => ({
  clockOffsetMs: 0,
  customers: {},
  deletedCustomers: {},
  paymentMethods: {},
  paymentMethodFacts: {},
  setupIntents: {},
  sessions: {},
  sessionPayments: {},
  paymentIntents: {},
  charges: {},
  refunds: {},
  transfers: {},
  reversals: {},
  disputes: {},
  topups: {},
  payouts: {},
  mandates: {},
  fraudWarnings: {},
  balanceTransactions: {},
  owners: {},
  accounts: {},
  onboardingLinks: {},
  authentications: {},
  events: {},
  thinEvents: {},
  webhookEndpoints: {},
  deliveries: {},
  tasks: {},
  answers: {},
  faults: [],
})
