import pino, { type Logger } from 'pino'

const REDACTED = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.headers["x-csrf-token"]',
  'req.headers["idempotency-key"]',
  'req.headers["stripe-signature"]',
  'res.headers["set-cookie"]',
  '*.password',
  '*.token',
  '*.csrfToken',
  '*.secret',
]

const create = (level: string): Logger => pino({ level, redact: { paths: REDACTED, censor: '[redacted]' } })

let current = create('info')

export const logger = (): Logger => current

export const setLogLevel = (level: string): void => {
  current = create(level)
}
