import type { Change } from '@mutuo/shared/realtime/contract.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { anOpenNeed, aReadyPledge, inDays } from '../support/builders/need.ts'
import { aGroupWithMembers, anSmeOwner, ok, type Group, type Persona } from '../support/personas.ts'

describe('what people hear when firms find each other', () => {
  const app = testApp()
  let group: Group
  let stranger: Persona
  beforeAll(async () => {
    ;[group, stranger] = await Promise.all([aGroupWithMembers(app, 3), anSmeOwner(app)])
    await app.drain()
  }, 60_000)
  const follow = async (client: Persona, ...topics: `need:${string}`[]) => {
    const socket = await client.socket()
    return { socket, refused: (await socket.ask('follow', { topics }))['refused'] as string[] }
  }
  const isA = (entity: string) => (change: Change) => change.entity === entity

  it('the other leader hears that a merge is proposed, the firms that it was agreed and done; an outsider hears nothing', async () => {
    const [first, second, third] = group.owners
    const closed = { rules: { visibility: 'group' as const } }
    const kept = await anOpenNeed(first!, group.id, closed)
    const absorbed = await anOpenNeed(second!, group.id, closed)
    await aReadyPledge(third!, absorbed.id)
    await app.drain()
    const [leader, firm] = [await follow(second!, `need:${absorbed.id}`), await follow(third!, `need:${absorbed.id}`)]
    const outsider = await follow(stranger, `need:${absorbed.id}`, `need:${kept.id}`)
    expect(outsider.refused).toHaveLength(2)
    const heard = async (count: number) => {
      await app.drain()
      for (const { socket } of [leader, firm]) {
        await socket.heard('changed', isA('merge'))
        expect(socket.all('changed').filter(isA('merge')).length).toBeGreaterThanOrEqual(count)
      }
    }
    const input = { id: newId(), otherNeedId: absorbed.id, keeps: 'mine', answersBy: inDays(5) }
    const merge = ok(await first!.post(`/needs/${kept.id}/merges`, input)).body as { id: string; version: number }
    await heard(1)
    await leader.socket.heard('changed', isA('notification'))
    ok(await second!.post(`/merges/${merge.id}/agreement`, { version: merge.version }))
    await heard(2)
    ok(await third!.post(`/merges/${merge.id}/answers`, { accepts: true }))
    await heard(3)
    await firm.socket.heard('changed', isA('need'))
    await outsider.socket.hearsNo('changed', isA('merge'))
  })

  it('whoever keeps a search hears of what it found within its kilometres, on its own screens alone', async () => {
    const [other, neighbour, far] = await Promise.all([anSmeOwner(app), anSmeOwner(app), anSmeOwner(app)])
    const alert = { rhythm: 'immediate', skill: 'local-seo', km: 40 }
    ok(await other.post('/alerts', { ...alert, id: newId(), near: '43213' }))
    ok(await far.post('/alerts', { ...alert, id: newId(), near: '42187' }))
    const [mine, ...theirs] = await Promise.all([other, neighbour, far].map((person) => person.socket()))
    await anOpenNeed(group.owners[0]!, group.id)
    await app.drain()
    await mine!.heard('changed', isA('alert'))
    for (const socket of theirs) await socket.hearsNo('changed', isA('alert'))
  })
})
