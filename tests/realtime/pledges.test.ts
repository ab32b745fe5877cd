import type { Change, Topic } from '@mutuo/shared/realtime/contract.ts'
import { testApp } from '../support/app.ts'
import { aGroupWithOpenNeed, aReadyPledge, getNeed, type OpenNeed } from '../support/builders/need.ts'
import { anSmeOwner, ok, type Persona } from '../support/personas.ts'

describe('what people hear of pledges', () => {
  const app = testApp()
  let open: OpenNeed
  let stranger: Persona
  beforeAll(async () => {
    ;[open, stranger] = await Promise.all([aGroupWithOpenNeed(app, { firms: 3, rules: { visibility: 'group' } }), anSmeOwner(app)])
    await app.drain()
  }, 60_000)
  const follow = async (client: Pick<Persona, 'socket'>, topic: Topic) => {
    const socket = await client.socket()
    await socket.ask('follow', { topics: [topic] })
    return socket
  }

  it('those who look at the need hear that a firm came or went, not which nor how much; outsiders hear nothing', async () => {
    const { need, owners, association } = open
    const topic: Topic = `need:${need.id}`
    const isPledge = (change: Change) => change.topic === topic && change.entity === 'pledge'
    const readers = await Promise.all([owners[0]!, owners[2]!, association].map((client) => follow(client, topic)))
    const outsider = await follow(stranger, topic)

    const pledge = await aReadyPledge(owners[1]!, need.id)
    await app.drain()
    for (const socket of readers) expect(await socket.heard('changed', isPledge)).toEqual({ topic, entity: 'pledge', id: need.id })
    expect((await getNeed(owners[0]!, need.id)).funding.firms).toBe(1)

    const before = readers.map((socket) => socket.all('changed').filter(isPledge).length)
    ok(await owners[1]!.post(`/pledges/${pledge.id}/withdrawal`, { version: pledge.version }))
    await app.drain()
    await new Promise((resolve) => setTimeout(resolve, 200))
    readers.forEach((socket, i) => expect(socket.all('changed').filter(isPledge).length).toBeGreaterThan(before[i]!))
    expect(JSON.stringify(readers.flatMap((socket) => socket.all('changed')))).not.toContain(pledge.id)
    await outsider.hearsNo('changed')
  })
})
