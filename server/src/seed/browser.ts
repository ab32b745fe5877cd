import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import { config } from '../platform/config.ts'

// The seed reads of an answer the few fields that it needs.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyBody = any

/** What a person's browser does, without a page: cookies, CSRF token, idempotency keys. Paths are under `/api/v1`, on the seeding process itself. */
export type Browser = { get(path: string): Promise<AnyBody>; post(path: string, body?: object): Promise<AnyBody> }

export const openBrowser = (): Browser => {
  const cookies = new Map<string, string>()
  let csrfToken = ''
  const ask = async (method: string, path: string, body?: object): Promise<AnyBody> => {
    if (method !== 'GET' && csrfToken === '') await ask('GET', '/session')
    const response = await fetch(`http://127.0.0.1:${config().port}/api/v1${path}`, {
      method,
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method !== 'GET' && {
          Origin: config().appUrl,
          'X-CSRF-Token': csrfToken,
          'Idempotency-Key': newId(),
          'Content-Type': 'application/json',
        }),
      },
      ...(method !== 'GET' && { body: JSON.stringify(body ?? {}) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const answer = (await response.json()) as AnyBody
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
    if (typeof answer.csrfToken === 'string') csrfToken = answer.csrfToken
    return answer
  }
  return { get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body) }
}

/** Posts the form of one of Stripe's pages, as the emulator serves them; answers where it sends the browser next. */
export const submitPage = async (url: string, fields: Record<string, string>): Promise<URL> => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  const location = response.headers.get('location')
  if (!location) throw new Error(`${url}: ${response.status}`)
  return new URL(location)
}

/** The secret in the last letter of a kind to an address. */
export const secretInLetter = async (to: string, template: string): Promise<string> => {
  const names = (await readdir(config().mailDir)).filter((name) => name.includes(template) && name.endsWith('.json')).sort()
  for (const name of names.reverse()) {
    const letter = JSON.parse(await readFile(join(config().mailDir, name), 'utf8')) as { to: string; text: string }
    const secret = letter.to === to ? /(?:token=|\/)([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(letter.text)?.[1] : undefined
    if (secret) return secret
  }
  throw new Error(`no letter ${template} to ${to}`)
}
