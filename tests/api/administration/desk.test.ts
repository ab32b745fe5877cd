import type { DeskTask } from '@mutuo/shared/administration/desk.schema.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { twoBids } from '../../support/builders/bid.ts'
import { aDraftPledge, anOpenNeed, aPledgedNeed, aReadyPledge, getNeed, inDays } from '../../support/builders/need.ts'
import { aGroupWithMembers, anAssociation, freelancers, ok, type Group, type Persona } from '../../support/personas.ts'

describe('what waits for the association this morning', () => {
  const app = testApp()
  let group: Group
  const tasksOf = async (association: Persona): Promise<DeskTask[]> => ok(await association.get('/association-desk')).body.tasks
  const ofNeed = async (needId: string) => (await tasksOf(group.association)).filter(({ path }) => path.startsWith(`/besoins/${needId}`))
  const inHours = (hours: number) => setClock(() => new Date(Date.now() + hours * 3600 * 1000))

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 4)
  }, 60_000)
  afterEach(() => setClock(systemClock))

  it('a firm that joined a day ago and has saved no card: how many, never which', async () => {
    const [leader, , hesitant, other] = group.owners as [Persona, Persona, Persona, Persona]
    const need = await anOpenNeed(leader, group.id, { title: 'Un site commun' })
    await aDraftPledge(hesitant, need.id)
    const late = await aDraftPledge(other, need.id)
    expect(await ofNeed(need.id)).toEqual([])
    inHours(25)
    const [task] = await ofNeed(need.id)
    expect(task).toEqual({
      kind: 'card_missing',
      params: { count: 2, title: 'Un site commun', groupId: group.id },
      path: `/besoins/${need.id}`,
      dueAt: new Date(need.content.gatheringClosesAt).toISOString(),
    })
    setClock(systemClock)
    ok(await other.post(`/pledges/${late.id}/withdrawal`, { version: late.version }))
    inHours(25)
    expect((await ofNeed(need.id))[0]!.params['count']).toBe(1)
    inHours(10 * 24)
    expect(await ofNeed(need.id)).toEqual([])
  })

  it('at once, where the need closes within the day', async () => {
    const need = await anOpenNeed(group.owners[0]!, group.id, { gatheringClosesAt: inDays(0.5) })
    await aDraftPledge(group.owners[1]!, need.id)
    expect((await ofNeed(need.id)).map(({ kind }) => kind)).toEqual(['card_missing'])
  })

  it('a tour de table that has as many firms as it hoped for, unless the group is frozen', async () => {
    const need = await anOpenNeed(group.owners[0]!, group.id, { minFirms: 2, targetFirms: 3 })
    for (const owner of group.owners.slice(0, 2)) await aReadyPledge(owner, need.id)
    expect(await ofNeed(need.id)).toEqual([])
    await aReadyPledge(group.owners[2]!, need.id)
    expect(await ofNeed(need.id)).toEqual([
      expect.objectContaining({ kind: 'gathering_to_close', params: expect.objectContaining({ firms: 3, groupId: group.id }) }),
    ])
    ok(await group.association.post(`/groups/${group.id}/freeze`, { reason: 'Travaux' }))
    expect(await ofNeed(need.id)).toEqual([])
    ok(await group.association.post(`/groups/${group.id}/unfreeze`, { reason: 'Travaux finis' }))
    ok(await group.association.post(`/needs/${need.id}/bidding`))
    expect(await ofNeed(need.id)).toEqual([])
  })

  it('a vote in which everybody has said its word, until it is closed', async () => {
    const voters = group.owners.slice(0, 3)
    const { need } = await twoBids(await aPledgedNeed(group, 3, { minFirms: 2 }), await freelancers(app, 2))
    for (const step of ['bidding', 'vote']) {
      ok(await group.association.post(`/needs/${need.id}/${step}`))
      await app.drain()
    }
    const { ballotId } = await getNeed(voters[0]!, need.id)
    const abstain = (owner: Persona) => owner.post(`/ballots/${ballotId}/votes`, { abstains: true, choices: [] })
    for (const owner of voters.slice(0, 2)) ok(await abstain(owner))
    expect((await ofNeed(need.id)).map(({ kind }) => kind)).toEqual([])
    ok(await abstain(voters[2]!))
    expect(await ofNeed(need.id)).toEqual([
      expect.objectContaining({ kind: 'vote_to_close', path: `/besoins/${need.id}/vote/${ballotId}` }),
    ])
    ok(await group.association.post(`/ballots/${ballotId}/closing`))
    expect(await ofNeed(need.id)).toEqual([])
  }, 60_000)

  it('nothing of another association’s', async () => {
    expect(await tasksOf(await anAssociation(app))).toEqual([])
    expect((await group.owners[0]!.get('/association-desk')).body.code).toBe('ASSOCIATION_ONLY')
  })
})
