import { v4 as newKey } from 'uuid'
import { type LiveSocket, openSocket } from './socket-client.ts'

export type Answer<B = Record<string, unknown>> = { status: number; body: B; text: string; headers: Headers }
export type SendOptions = {
  /** `null` sends none; absent sends a new one. */
  idempotencyKey?: string | null
  headers?: Record<string, string>
}

// Tests read answers of many shapes: what they expect of a body says enough.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyBody = any

/** What a browser does by itself, without a page: paths are under `/api/v1`, unless they begin with `/api` or are absolute. */
export type Client = {
  url: string
  get(path: string, options?: SendOptions): Promise<Answer<AnyBody>>
  post(path: string, body?: unknown, options?: SendOptions): Promise<Answer<AnyBody>>
  patch(path: string, body?: unknown, options?: SendOptions): Promise<Answer<AnyBody>>
  delete(path: string, options?: SendOptions): Promise<Answer<AnyBody>>
  /** As it is: no token, no key, no JSON. */
  send(path: string, init: RequestInit): Promise<Answer<AnyBody>>
  /** A file, byte for byte. @throws Error when it is refused */
  download(path: string): Promise<Uint8Array>
  /** A connected socket with this client's session; refused ones throw. */
  socket(): Promise<LiveSocket>
  cookie(): string
  /** Takes the token that an answer brought: a sign-in rotates it. */
  useCsrfToken(token: string): void
  /** Goes on with a session that exists already. */
  useSession(session: { cookie: { name: string; value: string }; csrfToken: string }): void
  close(): void
}

export const httpClient = (url: string): Client => {
  const cookies = new Map<string, string>()
  const sockets: LiveSocket[] = []
  let csrfToken: string | undefined

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  const send = async (path: string, init: RequestInit): Promise<Answer<AnyBody>> => {
    const headers = new Headers(init.headers)
    if (!headers.has('Accept-Encoding')) headers.set('Accept-Encoding', 'identity')
    if (cookies.size > 0) headers.set('Cookie', cookie())
    const response = await fetch(addressOf(url, path), { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line)
    const text = await response.text()
    const body = parsed(text)
    if (typeof body?.csrfToken === 'string') csrfToken = body.csrfToken
    return { status: response.status, body, text, headers: response.headers }
  }

  const change = async (method: string, path: string, body: unknown, { idempotencyKey, headers }: SendOptions = {}) => {
    if (csrfToken === undefined) await send('/session', { method: 'GET' })
    const key = idempotencyKey === undefined ? newKey() : idempotencyKey
    return send(path, {
      method,
      headers: {
        Origin: url,
        ...(csrfToken !== undefined && { 'X-CSRF-Token': csrfToken }),
        ...(key !== null && method === 'POST' && { 'Idempotency-Key': key }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  return {
    url,
    send,
    cookie,
    get: (path, { headers } = {}) => send(path, { method: 'GET', ...(headers && { headers }) }),
    post: (path, body = {}, options = {}) => change('POST', path, body, options),
    patch: (path, body = {}, options = {}) => change('PATCH', path, body, options),
    delete: (path, options = {}) => change('DELETE', path, undefined, options),
    download: async (path) => {
      const response = await fetch(addressOf(url, path), { headers: { Cookie: cookie() } })
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    socket: async () => {
      const socket = await openSocket(url, cookie())
      sockets.push(socket)
      return socket
    },
    useCsrfToken: (token) => void (csrfToken = token),
    useSession: (session) => {
      cookies.set(session.cookie.name, session.cookie.value)
      csrfToken = session.csrfToken
    },
    close: () => sockets.forEach((socket) => socket.close()),
  }
}

const addressOf = (url: string, path: string): string =>
  path.startsWith('http') ? path : path.startsWith('/api') ? url + path : `${url}/api/v1${path}`

const keepCookie = (cookies: Map<string, string>, line: string): void => {
  const [pair = '', ...attributes] = line.split('; ')
  const name = pair.slice(0, pair.indexOf('='))
  const isGone = attributes.some((attribute) => /^expires=/i.test(attribute) && Date.parse(attribute.slice(8)) < Date.now())
  if (isGone) cookies.delete(name)
  else cookies.set(name, pair.slice(name.length + 1))
}

const parsed = (text: string): AnyBody => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
