import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import { aDraftPledge, aNeedWithPledges, aReadyPledge, getNeed, type PledgedNeed } from '../../support/builders/need.ts'
import { aSubmittedBid } from '../../support/builders/bid.ts'
import {
  aFreelancer,
  aGroupWithMembers,
  anAdmin,
  anAssociation,
  aPerson,
  anSmeMember,
  anSmeOwner,
  ok,
  type Persona,
} from '../../support/personas.ts'

describe('the page of a public need', () => {
  const app = testApp()
  let pledged: PledgedNeed

  beforeAll(async () => {
    pledged = await aNeedWithPledges(app, 2, { firms: 5 })
    await aDraftPledge(pledged.owners[2]!, pledged.need.id)
    await aReadyPledge(pledged.owners[3]!, pledged.need.id, { conditions: { minFirms: 5 } })
  }, 60_000)

  it('shows members who is there, how each stands, and what would help', async () => {
    const seen = await getNeed(pledged.owners[4]!, pledged.need.id)
    expect(seen.firms.map(({ firm, isLeader, standing }) => [firm.name, isLeader, standing])).toEqual([
      ['Entreprise 1', true, 'engaged'],
      ['Entreprise 2', false, 'engaged'],
      ['Entreprise 3', false, 'interested'],
      ['Entreprise 4', false, 'conditional'],
    ])
    expect(seen.funding).toMatchObject({
      firms: 3,
      minFirms: 3,
      firmsMissing: 1,
      isMinimumReached: false,
      promisedMinor: 225_000,
      minimumMinor: 225_000,
    })
    expect(seen.hints).toEqual([{ code: 'FIRMS_MISSING', firms: 1, pledges: 2 }])
    expect(seen.curve).toMatchObject({ basis: 'target', oneMoreSavesMinor: 16_000 })
    expect(movesOf(seen)).toEqual({ join: true, seeBids: 'NO_BID_YET' })
  })

  it('prices a firm of two shops as two shops', async () => {
    const { owners, association, id, need } = pledged
    const shop = await anSmeOwner(app, { units: 1, name: 'Une seule boutique' })
    const { url } = ok(await association.post(`/groups/${id}/invite-link`)).body as { url: string }
    ok(await shop.post(`/invitations/${url.split('/').at(-1)}/acceptance`, { signsCharter: true }))
    const shareAt = async (viewer: Persona) =>
      (await getNeed(viewer, need.id)).curve.points.find((point) => point.firms === 4)!.myShareMinor
    expect(await shareAt(owners[4]!)).toBe(15_000 + 30_000 + 24_000)
    expect(await shareAt(shop)).toBe(15_000 + 30_000 + 15_000)
  })

  it('shows a visitor marks and figures, not who hesitates nor what happened', async () => {
    const seen = await getNeed(app.client() as Persona, pledged.need.id)
    expect(seen.firms.map(({ firm, standing }) => [firm.name, standing])).toEqual([
      ['Entreprise 1', 'engaged'],
      ['Entreprise 2', 'engaged'],
      ['Entreprise 4', 'engaged'],
    ])
    expect(seen.history).toEqual([])
    expect(movesOf(seen)).toEqual({ join: 'SIGNED_OUT' })
  })

  it('never carries a cap, a cover or a condition of anybody', async () => {
    const { owners, need } = pledged
    for (const viewer of [owners[0]!, owners[4]!, pledged.association, app.client()]) {
      const { text } = await viewer.get(`/needs/${need.id}`)
      expect(text).not.toMatch(/capMinor|coverMinor|conditions|90000/)
    }
  })

  it('tells everybody what they may do, and why not', async () => {
    const { owners, need, association } = pledged
    const [member, freelancer, stranger, elsewhere, nobody, admin, noSkill] = await Promise.all([
      anSmeMember(app, owners[4]!),
      aFreelancer(app),
      anAssociation(app),
      aGroupWithMembers(app, 1),
      aPerson(app),
      anAdmin(app),
      aFreelancer(app, { skills: ['photo'] }),
    ])
    const moves = async (viewer: Pick<Persona, 'get'>) => movesOf(await getNeed(viewer, need.id))
    expect(await moves(owners[0]!)).toEqual({ openBidding: 'MINIMUM_NOT_REACHED', cancel: true, extend: true, seeBids: 'NO_BID_YET' })
    expect(await moves(association)).toEqual({ openBidding: 'MINIMUM_NOT_REACHED', cancel: true, extend: true, seeBids: 'NO_BID_YET' })
    expect(await moves(owners[1]!)).toEqual({ seeBids: 'NO_BID_YET' })
    expect(await moves(member)).toEqual({ join: 'OWNER_ONLY', seeBids: 'NO_BID_YET' })
    expect(await moves(freelancer)).toEqual({ bid: true })
    expect(await moves(noSkill)).toEqual({ bid: true })
    expect(await moves(stranger)).toEqual({})
    expect(await moves(elsewhere.owners[0]!)).toEqual({ join: 'NOT_A_MEMBER' })
    expect(await moves(nobody)).toEqual({ join: 'NO_ORGANISATION' })
    expect(await moves(admin)).toEqual({ join: 'NO_ORGANISATION', seeBids: 'NO_BID_YET' })
  })

  it('asks for the charter before anything else', async () => {
    const { id, owners, need, association } = await aNeedWithPledges(app, 1)
    const { version } = (await association.get(`/groups/${id}`)).body
    ok(await association.patch(`/groups/${id}`, { version, charter: 'Une nouvelle charte.' }))
    expect(movesOf(await getNeed(owners[1]!, need.id))).toMatchObject({ join: 'CHARTER_NOT_SIGNED' })
    const refused = await owners[1]!.post(`/needs/${need.id}/pledges`, {
      id: need.id,
      capMinor: 90_000,
      coverMinor: 0,
      units: 1,
      conditions: {},
    })
    expect(refused).toMatchObject({ status: 409, body: { code: 'CHARTER_NOT_SIGNED' } })
  })
})

describe('the page of a need of the group', () => {
  const app = testApp()
  let pledged: PledgedNeed

  beforeAll(async () => {
    pledged = await aNeedWithPledges(app, 3, { rules: { visibility: 'group', bidsDuringGathering: false } })
  }, 60_000)

  it('is unknown outside the group', async () => {
    const { need, owners, association } = pledged
    const [stranger, elsewhere, nobody] = await Promise.all([anAssociation(app), aGroupWithMembers(app, 1), aPerson(app)])
    for (const outsider of [app.client(), stranger, elsewhere.owners[0]!, nobody])
      expect((await outsider.get(`/needs/${need.id}`)).status).toBe(404)
    for (const insider of [...owners, association]) expect((await insider.get(`/needs/${need.id}`)).status).toBe(200)
  })

  it('is shown to freelancers with its skills while they may bid, and to who has bid for good', async () => {
    const { need, owners } = pledged
    const [able, bidder, unable] = await Promise.all([aFreelancer(app), aFreelancer(app), aFreelancer(app, { skills: ['photo'] })])
    const statuses = async () =>
      Promise.all([able, bidder, unable].map(async (freelancer) => (await freelancer.get(`/needs/${need.id}`)).status))
    expect(await statuses()).toEqual([404, 404, 404])
    ok(await owners[0]!.post(`/needs/${need.id}/bidding`))
    expect(await statuses()).toEqual([200, 200, 404])
    const bid = await aSubmittedBid(bidder, need)
    ok(await owners[0]!.post(`/needs/${need.id}/vote`))
    await app.drain()
    expect(await statuses()).toEqual([404, 200, 404])
    const seen = await getNeed(bidder, need.id)
    expect(seen).toMatchObject({ myBidId: bid.id, history: [] })
    expect(seen.ballotId).toBeUndefined()
    expect(movesOf(seen)).toEqual({ seeBids: true })
    expect(movesOf(await getNeed(owners[1]!, need.id))).toEqual({ seeBids: true, seeBallot: true })
  })

  it('leads to the vote those who may read it, and nobody else', async () => {
    const { need, owners, association } = pledged
    const { ballotId } = await getNeed(owners[0]!, need.id)
    const whoLooks = [owners[0]!, association, owners[3]!]
    const statuses = await Promise.all(whoLooks.map(async (who) => (await who.get(`/ballots/${ballotId}`)).status))
    expect(statuses).toEqual([200, 200, 404])
    const ways = await Promise.all(
      whoLooks.map(async (who) => {
        const seen = await getNeed(who, need.id)
        const { body } = ok(await who.get(`/needs/${need.id}/bids`))
        return [seen.ballotId, movesOf(seen)['seeBallot'], body.ballotId]
      }),
    )
    const way = [ballotId, true, ballotId]
    expect(ways).toEqual([way, way, [undefined, undefined, undefined]])
  })

  it('stays open to a firm that is suspended and had pledged, and closes to one that had not', async () => {
    const { id, need, association, owners } = pledged
    const { members } = (await association.get(`/groups/${id}`)).body as { members: { membershipId: string; firm: { id: string } }[] }
    for (const owner of [owners[1]!, owners[3]!]) {
      const { membershipId } = members.find((member) => member.firm.id === owner.organisationId)!
      ok(await association.post(`/groups/${id}/memberships/${membershipId}/suspension`, { reason: 'Cotisation en retard' }))
    }
    expect((await owners[1]!.get(`/needs/${need.id}`)).status).toBe(200)
    expect((await owners[3]!.get(`/needs/${need.id}`)).status).toBe(404)
  })
})
