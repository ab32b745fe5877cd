/** Codes that the platform itself answers, with their HTTP status. Modules list theirs in `<module>.errors.ts`. */
export const platformErrors = {
  INVALID_INPUT: 400,
  MALFORMED_BODY: 400,
  INVALID_CURSOR: 400,
  IDEMPOTENCY_KEY_MISSING: 400,
  SIGNED_OUT: 401,
  FORBIDDEN: 403,
  CSRF_REFUSED: 403,
  ORIGIN_REFUSED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  STALE_STATE: 409,
  ALREADY_EXISTS: 409,
  IDEMPOTENCY_IN_FLIGHT: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  IDEMPOTENCY_MISMATCH: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  DATABASE_UNAVAILABLE: 503,
  OVERLOADED: 503,
  SHUTTING_DOWN: 503,
} as const

export type PlatformErrorCode = keyof typeof platformErrors
