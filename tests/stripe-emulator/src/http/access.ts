import type { Request } from 'express'
import { DEFAULT_ACCOUNT_VERSION, type World } from '../world/world.ts'
import { invalidRequest, StripeFailure } from './stripe-failure.ts'

/** Bearer or basic, as the API and the CLI send it. @throws 401 on any other key */
export const assertKey = (world: World, req: Request): void => {
  const [scheme, given = ''] = (req.get('authorization') ?? '').split(' ')
  const key = scheme === 'Basic' ? (Buffer.from(given, 'base64').toString('utf8').split(':')[0] ?? '') : given
  if (key === world.secretKey) return
  const message =
    key === ''
      ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.'
      : `Invalid API Key provided: ${key.slice(0, 8)}***${key.slice(-4)}`
  throw new StripeFailure(401, { type: 'invalid_request_error', message })
}

const TYPES_REMOVED_SINCE = '2026-09-30'

/** Since 2026-09-30.endive `payment_method_types` is refused. Source: Stripe changelog "removes the payment_method_types parameter" */
export const assertVersion = (req: Request, input: unknown): void => {
  const version = req.get('stripe-version') ?? DEFAULT_ACCOUNT_VERSION
  if (version < TYPES_REMOVED_SINCE || typeof input !== 'object' || input === null || !('payment_method_types' in input)) return
  throw invalidRequest(
    'The `payment_method_types` parameter is no longer supported. Use `allowed_payment_method_types` or `excluded_payment_method_types` instead.',
    'payment_method_types_no_longer_supported',
    'payment_method_types',
  )
}
