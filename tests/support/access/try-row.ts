import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import type { ChangeWatch } from '../database/change-watch.ts'
import { accessPersonas, type AccessPersona, type AccessRow, expectedOf, type World } from './access-row.ts'

type Outcome = { persona: AccessPersona; status: number; text: string }
type Ask = (world: World, persona: AccessPersona, row: AccessRow) => Promise<Outcome>

/** Beside the domain: what a refused request may leave behind. */
export const TRACES: ReadonlySet<string> = new Set(['sessions', 'rate_limits', 'idempotency_records'])

/** Tries a row with every persona: those who are refused first, who must leave everything as it was. Answers what was not as expected, in words. */
export const tryRow = async (world: World, watch: ChangeWatch, row: AccessRow, ask: Ask): Promise<string[]> => {
  const refused = accessPersonas.filter((persona) => expectedOf(row, persona) !== 'allowed')
  const allowed = accessPersonas.filter((persona) => expectedOf(row, persona) === 'allowed')
  const faults: string[] = []
  const first = await tryRefused(world, watch, row, refused, ask)
  // What changed may be the end of an earlier row, a webhook of Stripe's: only what changes again is the refused requests' doing.
  const refusals = first.changed.length === 0 ? first : await tryRefused(world, watch, row, refused, ask)
  faults.push(...refusals.faults)
  if (refusals.changed.length > 0) faults.push(`a refused request changed ${refusals.changed.join(', ')}`)
  for (const persona of allowed) {
    await row.before?.(world, persona)
    faults.push(...faultsIn(await ask(world, persona, row), row))
  }
  await world.app.drain()
  return faults
}

const tryRefused = async (world: World, watch: ChangeWatch, row: AccessRow, refused: AccessPersona[], ask: Ask) => {
  for (const persona of refused) await row.before?.(world, persona)
  await world.app.drain()
  await watch.changed()
  const outcomes = await Promise.all(refused.map((persona) => ask(world, persona, row)))
  return { faults: outcomes.flatMap((outcome) => faultsIn(outcome, row)), changed: await watch.changed() }
}

const faultsIn = ({ persona, status, text }: Outcome, row: AccessRow): string[] => {
  const expected = expectedOf(row, persona)
  const isRight = expected === 'allowed' ? status < 300 || status === 409 || status === 422 : status === expected
  return isRight ? [] : [`${persona}: expected ${expected}, was ${status} ${text.slice(0, 200)}`]
}

export const askEndpoint =
  (endpoint: Endpoint): Ask =>
  async (world, persona, row) => {
    const client = (await row.as?.(world, persona)) ?? world.people[persona]
    const input = (await row.input?.(world, persona)) ?? {}
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(idIn(world, name)))
    const query = new URLSearchParams(input as Record<string, string>).toString()
    const asked = { GET: 'get', POST: 'post', PATCH: 'patch', DELETE: 'delete' } as const
    const method = asked[endpoint.method]
    const answer =
      method === 'get' || method === 'delete' ? await client[method](query ? `${path}?${query}` : path) : await client[method](path, input)
    return { persona, status: answer.status, text: answer.text }
  }

export const askSocket =
  (event: string): Ask =>
  async (world, persona, row) =>
    throughSocket(world, persona, async (socket) => {
      const answer = await socket.ask(event, (await row.input?.(world, persona)) ?? {})
      return { persona, status: answer.ok ? 200 : (answer.problem?.status ?? 500), text: JSON.stringify(answer) }
    })

/** A topic that is refused in the acknowledgement counts as 403. */
export const askToFollow =
  (kind: string): Ask =>
  async (world, persona) =>
    throughSocket(world, persona, async (socket) => {
      const topic = `${kind}:${idIn(world, `${kind}Id`)}`
      const answer = await socket.ask('follow', { topics: [topic] })
      const isRefused = ((answer['refused'] as string[] | undefined) ?? []).includes(topic)
      return { persona, status: !answer.ok ? (answer.problem?.status ?? 500) : isRefused ? 403 : 200, text: JSON.stringify(answer) }
    })

type Socket = Awaited<ReturnType<World['people']['visitor']['socket']>>

const throughSocket = async (world: World, persona: AccessPersona, talk: (socket: Socket) => Promise<Outcome>): Promise<Outcome> => {
  let socket: Socket
  try {
    socket = await world.people[persona].socket()
  } catch (error) {
    return { persona, status: 401, text: String(error) }
  }
  try {
    return await talk(socket)
  } finally {
    socket.close()
  }
}

const idIn = ({ ids }: World, name: string): string => {
  const id = ids[name]
  if (id === undefined) throw new Error(`no module prepared ids.${name}`)
  return id
}
