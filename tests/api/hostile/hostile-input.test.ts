import { modules } from '@mutuo/server/app.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { testApp } from '../../support/app.ts'
import type { Answer, Client } from '../../support/client/http-client.ts'
import { aFreelancer, anAssociation, anSmeOwner, type Persona } from '../../support/personas.ts'
import { mutate, NASTY } from './mutate.ts'
import { pick, type Random, randomFrom, validInput } from './valid-input.ts'

const SEED = Number(process.env.FUZZ_SEED ?? 20_261_123)
const TIMES = Number(process.env.FUZZ_TIMES ?? 10)
const SLOWEST_MS = 5_000
/** They would end the sessions with which the rest is tried. */
const LEFT_OUT = new Set(['signOut', 'signOutEverywhereElse'])

const endpoints = modules.flatMap(({ routes = [] }) => routes.map(({ endpoint }) => endpoint)).filter(({ name }) => !LEFT_OUT.has(name))

describe('whatever is sent to an endpoint', () => {
  const app = testApp({ stripe: true, environment: { SIRENE_API_URL: 'http://127.0.0.1:9' } })
  let senders: Client[]
  let ids: string[]

  beforeAll(async () => {
    const people: Persona[] = [await anSmeOwner(app), await anAssociation(app), await aFreelancer(app)]
    senders = [...people, app.client()]
    ids = people.flatMap(({ userId, organisationId }) => [userId, organisationId])
  }, 60_000)

  it.each(endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s never fails',
    async (_, endpoint) => {
      const random = randomFrom(SEED + hashOf(endpoint.name))
      const sending = Array.from({ length: TIMES }, async (_none, time) => {
        const valid = validInput(endpoint.input, random, ids)
        const input = time < 3 ? valid : mutate(valid, random)
        const since = performance.now()
        const answer = await send(pick(random, senders), endpoint, input, random)
        const told = { seed: SEED, input: JSON.stringify(input).slice(0, 2_000), status: answer.status, text: answer.text.slice(0, 300) }
        if (answer.status >= 500) throw new Error(`a fault of ours: ${JSON.stringify(told)}`)
        if (answer.status >= 400 && !answer.body?.code) throw new Error(`a refusal without a code: ${JSON.stringify(told)}`)
        if (performance.now() - since > SLOWEST_MS) throw new Error(`too slow: ${JSON.stringify(told)}`)
      })
      await Promise.all(sending)
    },
    60_000,
  )

  it.each(['follow', 'unfollow', 'sendMessage', 'typing', 'markRead'])(
    'the packet %s is acknowledged without a fault',
    async (event) => {
      const random = randomFrom(SEED + hashOf(event))
      const socket = await senders[0]!.socket()
      const plain = { topics: [`group:${ids[0]}`], roomId: ids[1], clientId: ids[0], text: 'bonjour', seq: 1 }
      for (const nasty of [...NASTY, ...Array.from({ length: TIMES }, () => mutate(plain, random))]) {
        const { problem } = await socket.ask(event, fittingOneFrame(nasty))
        if ((problem?.status ?? 0) >= 500) throw new Error(`a fault of ours: ${JSON.stringify({ event, nasty, problem }).slice(0, 500)}`)
      }
      socket.close()
    },
    60_000,
  )
})

/** A packet above the size limit ends its socket, which is tried elsewhere. */
const fittingOneFrame = (value: unknown): unknown => {
  const text = JSON.stringify(value) ?? 'null'
  return text.length > 10_000 ? text.slice(0, 5_000) : value
}

const send = (client: Client, { method, path }: Endpoint, input: Record<string, unknown>, random: Random): Promise<Answer> => {
  const rest = { ...input }
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = rest[name] ?? 'x'
    if (random() < 0.95) delete rest[name]
    return encodeURIComponent(inAddress(value)) || 'x'
  })
  if (method === 'POST') return client.post(filled, rest)
  if (method === 'PATCH') return client.patch(filled, rest)
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, inAddress(value)]))
  const address = `${filled}?${query.toString()}`
  return method === 'GET' ? client.get(address) : client.delete(address)
}

/** Short enough for Node's own limit of headers, and without a lone half of a pair, which no address can hold. */
const inAddress = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.slice(0, 1_000).replaceAll(/[\ud800-\udfff]/g, '\ufffd')
}

const hashOf = (text: string): number => [...text].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 7)
