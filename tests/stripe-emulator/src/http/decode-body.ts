import type { Request } from 'express'
import qs from 'qs'
import { invalidRequest } from './stripe-failure.ts'

/** `a[b][0]=c` to nested values. */
export const decodeForm = (encoded: string): unknown => qs.parse(encoded, { arrayLimit: 1000, depth: 12, parameterLimit: 5000 })

/** v1 bodies are forms, v2 bodies JSON. */
export const decodeBody = (req: Request, body: string): unknown => {
  if (!req.is('json')) return decodeForm(body)
  try {
    return body === '' ? {} : (JSON.parse(body) as unknown)
  } catch {
    throw invalidRequest('Invalid request body: it is not JSON.')
  }
}
