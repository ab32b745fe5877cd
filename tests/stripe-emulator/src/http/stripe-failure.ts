import type Stripe from 'stripe'

/** The members of `error` in a Stripe answer. Source: docs.stripe.com/api/errors */
export type FailureBody = {
  type: 'card_error' | 'invalid_request_error' | 'idempotency_error' | 'api_error'
  message: string
  code?: string | undefined
  param?: string | undefined
  decline_code?: string | undefined
  advice_code?: string | undefined
  doc_url?: string | undefined
  charge?: string | undefined
  request_log_url?: string | undefined
  payment_method?: Stripe.PaymentMethod | undefined
  payment_intent?: Stripe.PaymentIntent | undefined
  setup_intent?: Stripe.SetupIntent | undefined
}

/** An answer other than 2xx. */
export class StripeFailure extends Error {
  readonly status: number
  readonly body: FailureBody

  constructor(status: number, body: FailureBody) {
    super(body.message)
    this.status = status
    this.body = body.code ? { ...body, doc_url: body.doc_url ?? docUrl(body.code) } : body
  }
}

const docUrl = (code: string) => `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}`

/** 400 invalid_request_error with its code and, where one is at fault, its parameter. */
export const invalidRequest = (message: string, code?: string, param?: string): StripeFailure =>
  new StripeFailure(400, { type: 'invalid_request_error', message, code, param })

/** 404 resource_missing "No such payment_intent: 'pi_…'". */
export const missingResource = (kind: string, id: string, param = 'id'): StripeFailure =>
  new StripeFailure(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${kind}: '${id}'`, param })

/** The object, or 404 `resource_missing`. */
export const found = <T>(value: T | undefined, kind: string, id: string, param?: string): T => {
  if (value === undefined) throw missingResource(kind, id, param)
  return value
}
