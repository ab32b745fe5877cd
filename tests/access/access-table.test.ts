import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { modules } from '@mutuo/server/app.ts'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { topicKinds } from '@mutuo/shared/realtime/contract.ts'
import { type AccessFile, accessPersonas, type AccessTable, type World } from '../support/access/access-row.ts'
import { buildWorld } from '../support/access/build-world.ts'
import { askEndpoint, askSocket, askToFollow, TRACES, tryRow } from '../support/access/try-row.ts'
import { testApp } from '../support/app.ts'
import { type ChangeWatch, watchChanges } from '../support/database/change-watch.ts'

const SHARED = join(__dirname, '../../shared/src')
// The platform answers these two by the topics' own rows.
const PLATFORM_EVENTS = ['follow', 'unfollow']

const load = <T extends object>(path: string): T => jest.requireActual<T>(path)

const endpoints = readdirSync(SHARED, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.endpoints.ts'))
  .flatMap((file) => Object.values(load<Record<string, Endpoint>>(join(SHARED, file))))
const keyOf = ({ method, path }: Endpoint) => `${method} ${path}`
const endpointOf = new Map(endpoints.map((endpoint) => [keyOf(endpoint), endpoint]))

const moduleOrder = modules.map(({ name }) => name)
const files = readdirSync(__dirname)
  .filter((file) => file.endsWith('.access.ts'))
  .map((file) => ({ module: file.replace('.access.ts', ''), ...load<{ access: AccessFile }>(join(__dirname, file)).access }))
  .sort((a, b) => moduleOrder.indexOf(a.module) - moduleOrder.indexOf(b.module))
const table: AccessTable = Object.assign({}, ...files.map(({ rows }) => rows))

const socketEvents = modules
  .flatMap(({ sockets = [] }) => sockets.map(({ event }) => event))
  .filter((event) => !PLATFORM_EVENTS.includes(event))
const expectedKeys = [
  ...endpointOf.keys(),
  ...socketEvents.map((event) => `SOCKET ${event}`),
  ...topicKinds.map((kind) => `FOLLOW ${kind}`),
]

describe('the access table', () => {
  it('has a row for every endpoint, socket event and kind of topic, and no other', () => {
    expect({ missing: expectedKeys.filter((key) => !(key in table)) }).toEqual({ missing: [] })
    expect({ unknown: Object.keys(table).filter((key) => !expectedKeys.includes(key)) }).toEqual({ unknown: [] })
  })

  it('speaks of endpoints that are served, all of them', () => {
    const served = modules.flatMap(({ routes = [] }) => routes.map(({ endpoint }) => keyOf(endpoint)))
    expect([...endpointOf.keys()].sort()).toEqual([...served].sort())
  })
})

describe('who may do what', () => {
  const app = testApp({ stripe: true })
  let world: World
  let watch: ChangeWatch
  beforeAll(async () => {
    world = await buildWorld(app)
    for (const { prepare } of files) await prepare?.(world)
    await app.drain()
    watch = await watchChanges(app.database.db(), TRACES)
  }, 120_000)
  afterAll(() => watch?.stop())

  it.each(Object.keys(table).filter((key) => expectedKeys.includes(key)))(`%s, for ${accessPersonas.length} personas`, async (key) => {
    const [kind = '', name = ''] = key.split(' ')
    const endpoint = endpointOf.get(key)
    const ask = endpoint ? askEndpoint(endpoint) : kind === 'SOCKET' ? askSocket(name) : askToFollow(name)
    expect(await tryRow(world, watch, table[key]!, ask)).toEqual([])
  })
})
