import type { State } from './state.ts'

export type WebhookTargets = { v1?: string | undefined; connect?: string | undefined; v2?: string | undefined }
export type WebhookSecrets = { v1: string; connect: string; v2: string }

/** One emulated Stripe account: its memory, its clock and where it speaks to. */
export type World = {
  state: State
  secretKey: string
  /** Address of the emulator itself, set once it listens; pages are linked under it. */
  baseUrl: string
  webhookUrls: WebhookTargets
  secrets: WebhookSecrets
  nowMs: () => number
  /** The API request being executed, if one is; stamped on the events it makes. */
  request: { id: string; idempotencyKey: string | null } | null
  /** Called after every change, so that snapshots and due work follow. */
  changed: () => void
}

export const SECRET_KEY = 'sk_test_mutuo_emulator'
export const WEBHOOK_SECRETS: WebhookSecrets = { v1: 'whsec_mutuo_v1', connect: 'whsec_mutuo_connect', v2: 'whsec_mutuo_v2' }

/** Version answered and stamped on events; the one stripe-node 23.1.0 pins. */
export const API_VERSION = '2026-10-28.endive'
/** Version of a request without Stripe-Version, as the official CLI sends them. */
export const DEFAULT_ACCOUNT_VERSION = '2025-03-31.basil'

/** Emulator time in whole seconds, as Stripe's `created`. */
export const nowSeconds = (world: World): number => Math.floor(world.nowMs() / 1000)
