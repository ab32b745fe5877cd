import { invalidRequest } from './stripe-failure.ts'

/** Reads one parameter of a form or JSON body; `path` is its Stripe name, as `metadata[missionId]`. */
export type Reader<T> = (value: unknown, path: string) => T
type Required<T> = Reader<T> & { isRequired: true }

export const required = <T>(reader: Reader<T>): Required<T> =>
  Object.assign((value: unknown, path: string) => reader(value, path), { isRequired: true as const })

export const text: Reader<string> = (value, path) => {
  if (typeof value !== 'string') throw invalidRequest(`Invalid string: ${JSON.stringify(value)}`, undefined, path)
  return value
}

/** A text that may not be unset with an empty string. */
export const filledText: Reader<string> = (value, path) => {
  const filled = text(value, path)
  if (filled !== '') return filled
  throw invalidRequest(
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset. You should remove '${path}' from your request or supply a non-empty value.`,
    'parameter_invalid_empty',
    path,
  )
}

export const integer: Reader<number> = (value, path) => {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  if (typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value)
  throw invalidRequest(`Invalid integer: ${String(value)}`, 'parameter_invalid_integer', path)
}

/** An amount in the smallest currency unit, at least 1. */
export const amount: Reader<number> = (value, path) => {
  const read = integer(value, path)
  if (read < 1) throw invalidRequest('This value must be greater than or equal to 1.', 'parameter_invalid_integer', path)
  return read
}

export const flag: Reader<boolean> = (value, path) => {
  if (value === true || value === 'true') return true
  if (value === false || value === 'false') return false
  throw invalidRequest(`Invalid boolean: ${String(value)}`, undefined, path)
}

export const oneOf =
  <const V extends string>(...allowed: V[]): Reader<V> =>
  (value, path) => {
    const hit = allowed.find((candidate) => candidate === value)
    if (hit === undefined) throw invalidRequest(`Invalid ${path}: must be one of ${allowed.join(', ')}`, undefined, path)
    return hit
  }

export const listOf =
  <T>(reader: Reader<T>): Reader<T[]> =>
  (value, path) => {
    if (value === '') return []
    const items = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : [value]
    return items.map((item: unknown, index) => reader(item, `${path}[${index}]`))
  }

/** Key-value pairs; an empty value means "unset this key", an empty string "unset all". */
export const metadata: Reader<Record<string, string> | ''> = (value, path) => {
  if (value === '') return ''
  if (!isRecord(value)) throw invalidRequest('Invalid object', undefined, path)
  const entries = Object.entries(value)
  if (entries.length > 50) throw invalidRequest('You can have up to 50 metadata keys.', undefined, path)
  return Object.fromEntries(entries.map(([key, item]) => [key, item === null ? '' : text(item, `${path}[${key}]`)]))
}

/** Accepted because Stripe accepts it; not interpreted here. */
export const ignored: Reader<unknown> = (value) => value

type Fields = Record<string, Reader<unknown>>
export type Read<F extends Fields> = {
  [K in keyof F]: F[K] extends Required<infer T> ? T : F[K] extends Reader<infer T> ? T | undefined : never
}

/** An object of known members: unknown ones answer `parameter_unknown`, absent required ones `parameter_missing`. */
export const fields =
  <F extends Fields>(shape: F): Reader<Read<F>> =>
  (value, path) => {
    const source = value === undefined || value === null ? {} : value
    if (!isRecord(source)) throw invalidRequest('Invalid object', undefined, path)
    const nameOf = (key: string) => (path === '' ? key : `${path}[${key}]`)
    for (const key of Object.keys(source)) {
      if (!Object.hasOwn(shape, key)) throw invalidRequest(`Received unknown parameter: ${nameOf(key)}`, 'parameter_unknown', nameOf(key))
    }
    const read = Object.entries(shape).map(([key, reader]) => {
      const given = source[key]
      if (given !== undefined && given !== null) return [key, reader(given, nameOf(key))]
      if ('isRequired' in reader) throw invalidRequest(`Missing required param: ${nameOf(key)}.`, 'parameter_missing', nameOf(key))
      return [key, undefined]
    })
    return Object.fromEntries(read) as Read<F>
  }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** New metadata after an update. Source: docs.stripe.com/api/metadata */
export const mergeMetadata = (
  current: Record<string, string> | null,
  patch: Record<string, string> | '' | undefined,
): Record<string, string> => {
  if (patch === '') return {}
  const merged = { ...current, ...patch }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
}
