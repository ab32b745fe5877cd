import { v4 as newKey, v7 as newId } from 'uuid'
import type { z } from 'zod'
import { z as zod } from 'zod'

type Json = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Json[]
  oneOf?: Json[]
  items?: Json
  properties?: Record<string, Json>
  required?: string[]
  minimum?: number
  maximum?: number
  minItems?: number
}
export type Random = () => number

/** Draws the same numbers for the same seed. */
export const randomFrom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 1 | state) + 0x6d2b79f5) >>> 0
    return ((state ^ (state >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(random: Random, items: readonly T[]): T => items[Math.floor(random() * items.length)] as T

/** Something that mostly fits the schema; `ids` are those of things that exist. */
export const validInput = (schema: z.ZodType, random: Random, ids: readonly string[]): Record<string, unknown> =>
  valueOf(zod.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, random, ids) as Record<string, unknown>

const valueOf = (schema: Json, random: Random, ids: readonly string[]): unknown => {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(random, schema.enum)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return valueOf(pick(random, options), random, ids)
  if (schema.type === 'object') return objectOf(schema, random, ids)
  if (schema.type === 'array')
    return Array.from({ length: Math.max(schema.minItems ?? 0, 1) }, () => valueOf(schema.items ?? {}, random, ids))
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema, random)
  if (schema.type === 'boolean') return random() < 0.5
  return textOf(schema, random, ids)
}

const objectOf = ({ properties = {}, required = [] }: Json, random: Random, ids: readonly string[]): object =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.includes(name) || random() < 0.5)
      .map(([name, inner]) => [name, valueOf(inner, random, ids)]),
  )

const numberOf = ({ minimum = 0, maximum = 1_000_000 }: Json, random: Random): number => {
  const highest = Math.min(maximum, Math.max(minimum, 1_000_000))
  return Math.floor(minimum + random() * (highest - minimum))
}

const textOf = ({ format, pattern = '' }: Json, random: Random, ids: readonly string[]): string => {
  if (format === 'uuid' || /0-9a-f.*-7/.test(pattern)) return pick(random, [...ids, newId(), newKey()])
  if (format === 'email') return pick(random, ['quelquun@exemple.test', 'personne-1@exemple.test'])
  if (format === 'date-time') return new Date(1_800_000_000_000 + Math.floor(random() * 1e10)).toISOString()
  if (format === 'date') return pick(random, ['2027-03-01', '2026-12-31', '2031-02-28'])
  if (format === 'uri') return 'https://exemple.test/a'
  if (pattern.includes('{43}')) return 'a'.repeat(43)
  if (pattern.includes('\\d{14}')) return '73282932000074'
  if (pattern.includes('\\d{5}')) return '13001'
  return pick(random, ['Référencement local', 'a', 'boutique 6', '75056', 'une longue phrase de passe'])
}
