import { z } from 'zod'

/** Identifiers are UUIDv7, made by whoever creates the thing, so that a repeat is the same thing. */
export const id = z.uuidv7()

/** An instant, ISO 8601 in UTC on the wire. */
export const instant = z.iso.datetime()

/** A calendar day, `2027-01-31`, in Europe/Paris. */
export const day = z.iso.date()

/** One line of text that a person typed: trimmed, without control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    // eslint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u001f\u007f]*$/)

/** Several lines of text that a person typed. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/)
