import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import { aDraftPledge, anOpenNeed, aPledgedNeed, aReadyPledge, getNeed, inDays } from '../../support/builders/need.ts'
import { aFreelancer, aGroupWithMembers, ok, type Group, type Persona } from '../../support/personas.ts'

const later = (days: number) => new Date(Date.now() + days * 86_400_000)

describe("a need's deadlines", () => {
  const app = testApp()
  let group: Group
  beforeAll(async () => {
    group = await aGroupWithMembers(app, 5)
  }, 60_000)
  afterEach(() => setClock(systemClock))

  it('opens bidding when the gathering ends with its minimum, and binds who has confirmed', async () => {
    const { need, owners, pledges } = await aPledgedNeed(group, 3)
    const draft = await aDraftPledge(owners[3]!, need.id)
    await app.jobs(later(9.1))
    expect(await getNeed(owners[0]!, need.id)).toMatchObject({ state: 'bidding', funding: { firms: 3 } })
    expect((await owners[0]!.get(`/pledges/${pledges[0]!.id}`)).body.state).toBe('locked')
    expect((await owners[3]!.get(`/pledges/${draft.id}`)).body.state).toBe('released')
    expect(await owners[4]!.post(`/needs/${need.id}/pledges`, {})).toMatchObject({ status: 400 })
  })

  it('expires without its minimum, and frees everybody', async () => {
    const { need, owners, pledges } = await aPledgedNeed(group, 2)
    await app.jobs(later(9.1))
    expect(await getNeed(owners[0]!, need.id)).toMatchObject({ state: 'expired', funding: { isMinimumReached: false } })
    expect((await owners[0]!.get(`/pledges/${pledges[0]!.id}`)).body).toMatchObject({ state: 'released', abilities: [] })
    await app.jobs(later(30))
    expect((await getNeed(owners[0]!, need.id)).state).toBe('expired')
  })

  it('opens the vote when bids close, if somebody has bid, and expires otherwise', async () => {
    const { need, owners, id } = await aPledgedNeed(group, 3)
    const unwanted = await anOpenNeed(owners[0]!, id)
    for (const owner of owners.slice(0, 3)) await aReadyPledge(owner, unwanted.id)
    await aSubmittedBid(await aFreelancer(app), need)
    await app.jobs(later(9.1))
    await app.jobs(later(14.1))
    expect((await getNeed(owners[0]!, need.id)).state).toBe('voting')
    expect((await getNeed(owners[0]!, unwanted.id)).state).toBe('expired')
  })

  it('binds when the request arrives, before any job has run', async () => {
    const { need, owners, pledges } = await aPledgedNeed(group, 2)
    setClock(() => later(9.001))
    const refused = await owners[2]!.post(`/needs/${need.id}/pledges`, {
      id: need.id,
      capMinor: 90_000,
      coverMinor: 0,
      units: 1,
      conditions: {},
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'NEED_NOT_OPEN' } })
    const { id, version } = pledges[0]!
    expect(await owners[0]!.post(`/pledges/${id}/withdrawal`, { version })).toMatchObject({ status: 409, body: { code: 'PLEDGE_LOCKED' } })
    expect(
      await owners[0]!.post(`/needs/${need.id}/extension`, {
        gatheringClosesAt: inDays(12),
        bidsCloseAt: inDays(17),
        voteClosesAt: inDays(24),
      }),
    ).toMatchObject({
      status: 422,
      body: { code: 'DEADLINE_PAST' },
    })
    expect(movesOf(await getNeed(owners[2]!, need.id))).toMatchObject({ join: 'NEED_NOT_OPEN' })
  })

  it('is put off with every pledge kept', async () => {
    const { need, owners, association } = await aPledgedNeed(group, 2)
    const dates = { gatheringClosesAt: inDays(12), bidsCloseAt: inDays(17), voteClosesAt: inDays(24) }
    expect(await owners[1]!.post(`/needs/${need.id}/extension`, dates)).toMatchObject({ status: 403, body: { code: 'LEADER_ONLY' } })
    expect(await owners[0]!.post(`/needs/${need.id}/extension`, { ...dates, bidsCloseAt: inDays(13.5) })).toMatchObject({
      status: 422,
      body: { code: 'DEADLINE_NOT_LATER' },
    })
    const put = ok(await association.post(`/needs/${need.id}/extension`, dates)).body as NeedView
    expect(put).toMatchObject({ state: 'gathering', content: dates, funding: { firms: 2 } })
    expect(put.history.at(-1)).toMatchObject({ event: 'need.extended', by: 'Les Vitrines du Centre' })
    expect(await association.post(`/needs/${need.id}/extension`, dates)).toMatchObject({
      status: 422,
      body: { code: 'DEADLINE_NOT_LATER' },
    })
    await app.jobs(later(10))
    expect((await getNeed(owners[0]!, need.id)).state).toBe('gathering')
    for (const owner of owners.slice(0, 2)) {
      const { items } = ok(await owner.get('/notifications')).body as { items: { kind: string; path: string }[] }
      expect(items.filter(({ kind, path }) => kind === 'need.extended' && path.endsWith(need.id))).toHaveLength(1)
    }
  })

  it('waits while the group is frozen', async () => {
    const { id, need, owners, association } = await aPledgedNeed(group, 3)
    ok(await association.post(`/groups/${id}/freeze`, { reason: 'Vérification des comptes' }))
    await app.jobs(later(9.1))
    expect((await getNeed(owners[0]!, need.id)).state).toBe('gathering')
    ok(await association.post(`/groups/${id}/unfreeze`, { reason: 'Tout est en ordre' }))
    await app.jobs(later(9.1))
    expect((await getNeed(owners[0]!, need.id)).state).toBe('bidding')
  })

  it('closes each need once when two servers run the job at the same time', async () => {
    const { need, owners } = await aPledgedNeed(group, 3)
    await Promise.all([app.jobs(later(9.1)), app.jobs(later(9.1))])
    expect((await getNeed(owners[0]!, need.id)).history.filter((line) => line.event === 'need.bidding_opened')).toHaveLength(1)
  })
})

describe('moving on before the deadline', () => {
  const app = testApp()
  let group: Group
  let freelancer: Persona
  beforeAll(async () => {
    ;[group, freelancer] = await Promise.all([aGroupWithMembers(app, 3), aFreelancer(app)])
  }, 60_000)

  it('opens bidding once the minimum is reached, by the leader or the association', async () => {
    const { need, owners, association } = await aPledgedNeed(group, 2)
    expect(movesOf(await getNeed(owners[0]!, need.id))).toMatchObject({ openBidding: 'MINIMUM_NOT_REACHED', extend: true, cancel: true })
    expect(await owners[0]!.post(`/needs/${need.id}/bidding`)).toMatchObject({
      status: 409,
      body: { code: 'MINIMUM_NOT_REACHED', params: { missing: 1 } },
    })
    await aReadyPledge(owners[2]!, need.id)
    expect(await owners[1]!.post(`/needs/${need.id}/bidding`)).toMatchObject({ status: 403, body: { code: 'LEADER_ONLY' } })
    const opened = ok(await association.post(`/needs/${need.id}/bidding`)).body as NeedView
    expect(opened.state).toBe('bidding')
    await app.drain()
    expect(await owners[0]!.post(`/needs/${need.id}/vote`)).toMatchObject({ status: 409, body: { code: 'NO_BID_YET' } })
    await aSubmittedBid(freelancer, need)
    expect(movesOf(await getNeed(owners[0]!, need.id))).toMatchObject({ openVote: true, seeBids: true })
    expect(ok(await owners[0]!.post(`/needs/${need.id}/vote`)).body.state).toBe('voting')
    await app.drain()
    expect((await getNeed(owners[1]!, need.id)).ballotId).toBeDefined()
  })

  it('is cancelled with a reason, and frees pledges and bids', async () => {
    const { need, owners, pledges } = await aPledgedNeed(group, 2)
    const bid = await aSubmittedBid(freelancer, need)
    expect(await owners[1]!.post(`/needs/${need.id}/cancellation`, { reason: 'Non' })).toMatchObject({ status: 403 })
    ok(await owners[0]!.post(`/needs/${need.id}/cancellation`, { reason: 'Le centre-ville est en travaux.' }))
    await app.drain()
    expect((await owners[1]!.get(`/pledges/${pledges[1]!.id}`)).body.state).toBe('released')
    expect((await freelancer.get(`/bids/${bid.id}`)).body.state).toBe('declined')
    expect((await freelancer.get(`/needs/${need.id}`)).body.state).toBe('cancelled')
    expect(await owners[0]!.post(`/needs/${need.id}/cancellation`, { reason: 'Encore' })).toMatchObject({
      status: 409,
      body: { code: 'STALE_STATE' },
    })
  })

  it('never lets a firm slip out while bidding opens: either it left first, or it is bound', async () => {
    const { need, owners, pledges } = await aPledgedNeed(group, 3)
    const last = pledges[2]!
    const [opened, left] = await Promise.all([
      owners[0]!.post(`/needs/${need.id}/bidding`),
      (owners[2] as Persona).post(`/pledges/${last.id}/withdrawal`, { version: last.version }),
    ])
    await app.drain()
    const seen = await getNeed(owners[0]!, need.id)
    const { body } = await owners[2]!.get(`/pledges/${last.id}`)
    if (left.status === 200) expect([opened.status, seen.state, body.state]).toEqual([409, 'gathering', 'withdrawn'])
    else expect([opened.status, seen.state, body.state, left.body.code]).toEqual([200, 'bidding', 'locked', 'PLEDGE_LOCKED'])
  })
})
