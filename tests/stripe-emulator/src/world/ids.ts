import { randomBytes } from 'node:crypto'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Stripe-looking identifier: prefix, underscore, random base62. */
export const newId = (prefix: string, length = 24): string => `${prefix}_${randomText(length)}`

export const randomText = (length: number): string => Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
