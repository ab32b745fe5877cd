import type { Change, Topic } from '@mutuo/shared/realtime/contract.ts'
import { testApp } from '../support/app.ts'
import { aDraftNeed, anOpenNeed, inDays } from '../support/builders/need.ts'
import { aGroupWithMembers, anAdmin, aPerson, anSmeOwner, ok, type Group, type Persona } from '../support/personas.ts'

describe('what people hear of needs', () => {
  const app = testApp()
  let group: Group
  let stranger: Persona
  beforeAll(async () => {
    ;[group, stranger] = await Promise.all([aGroupWithMembers(app, 2), anSmeOwner(app)])
    await app.drain()
  }, 60_000)
  const follow = async (client: Pick<Persona, 'socket'>, ...topics: Topic[]) => {
    const socket = await client.socket()
    return { socket, refused: (await socket.ask('follow', { topics }))['refused'] as Topic[] }
  }
  const isNeed = (needId: string) => (change: Change) => change.entity === 'need' && change.id === needId

  it('the group hears that a need was published, put off and cancelled; a firm of another group does not', async () => {
    const { id, association, owners } = group
    const draft = await aDraftNeed(owners[0]!, id, { rules: { visibility: 'group' } })
    const [member, desk] = await Promise.all([follow(owners[1]!, `group:${id}`), follow(association, `group:${id}`)])
    const outsider = await follow(stranger, `group:${id}`, `need:${draft.id}`)
    expect([member.refused, desk.refused, outsider.refused]).toEqual([[], [], [`group:${id}`, `need:${draft.id}`]])

    const steps = [
      () => owners[0]!.post(`/needs/${draft.id}/publication`),
      () =>
        owners[0]!.post(`/needs/${draft.id}/extension`, {
          gatheringClosesAt: inDays(10),
          bidsCloseAt: inDays(15),
          voteClosesAt: inDays(22),
        }),
      () => owners[0]!.post(`/needs/${draft.id}/cancellation`, { reason: 'Travaux' }),
    ]
    for (const [before, step] of steps.entries()) {
      ok(await step())
      await app.drain()
      for (const { socket } of [member, desk]) {
        await socket.heard('changed', isNeed(draft.id))
        expect(socket.all('changed').filter(isNeed(draft.id)).length).toBeGreaterThan(before)
      }
    }
    await outsider.socket.hearsNo('changed', isNeed(draft.id))
  })

  it('a draft is followed by its own firm alone', async () => {
    const { id, association, owners } = group
    const draft = await aDraftNeed(owners[0]!, id)
    const topic = `need:${draft.id}` as const
    const refusals = await Promise.all([owners[0]!, owners[1]!, association].map(async (client) => (await follow(client, topic)).refused))
    expect(refusals).toEqual([[], [topic], [topic]])
  })

  it('a public need is followed by who may read it: any signed-in person', async () => {
    const need = await anOpenNeed(group.owners[0]!, group.id)
    const clients = await Promise.all([aPerson(app), anAdmin(app)])
    for (const client of clients) expect((await follow(client, `need:${need.id}`)).refused).toEqual([])
  })
})
