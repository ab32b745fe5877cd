import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { v7 as newId } from 'uuid'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import { aBidInput, aDraftBid, aSubmittedBid, openPayout, type BidInput } from '../../support/builders/bid.ts'
import { aNeedWithPledges, aPledgedNeed, dayIn, getNeed, type PledgedNeed } from '../../support/builders/need.ts'
import { itWhereUniquePlacesAreFreed } from '../../support/database/known-fault.ts'
import { aFreelancer, anSmeMember, freelancers, ok, type Persona } from '../../support/personas.ts'

const tier = (minFirms: number, euros: number) => ({ minFirms, commonMinor: euros * 100, perFirmMinor: euros * 10 })

describe('bidding', () => {
  const app = testApp()
  let pledged: PledgedNeed
  let author: Persona
  let rival: Persona
  const bid = (who: Persona, said: Partial<BidInput> = {}) => who.post(`/needs/${pledged.need.id}/bids`, aBidInput(pledged.need, said))

  beforeAll(async () => {
    pledged = await aNeedWithPledges(app, 3)
    ;[author, rival] = (await freelancers(app, 2)) as [Persona, Persona]
  }, 60_000)

  it('is prepared alone, submitted once its author can be paid, and counted from then on', async () => {
    const { need, owners } = pledged
    const draft = await aDraftBid(author, need)
    expect(draft).toMatchObject({
      state: 'draft',
      version: 1,
      isSealed: false,
      totalMinor: 225_000,
      milestoneAmountsMinor: [90_000, 90_000, 45_000],
    })
    expect(movesOf(draft)).toEqual({ edit: true, submit: 'PAYOUT_ACCOUNT_MISSING', withdraw: true })
    expect(await author.post(`/bids/${draft.id}/submission`, { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'PAYOUT_ACCOUNT_MISSING' },
    })
    for (const other of [owners[0]!, rival, pledged.association]) expect((await other.get(`/bids/${draft.id}`)).status).toBe(404)
    await openPayout(author)
    const twice = await Promise.all([1, 2].map(() => author.post(`/bids/${draft.id}/submission`, { version: 1 })))
    expect(twice.map((answer) => answer.status).sort()).toEqual([200, 409])
    expect(await getNeed(owners[0]!, need.id)).toMatchObject({ bidCount: 1 })
    expect((await owners[0]!.get(`/bids/${draft.id}`)).body).toMatchObject({
      state: 'submitted',
      content: { letter: draft.content!.letter },
    })
    expect((await rival.get(`/bids/${draft.id}`)).status).toBe(404)
    expect((await getNeed(author, need.id)).myBidId).toBe(draft.id)
  })

  it('is one bid a freelancer, and the same when the form arrives twice', async () => {
    const input = aBidInput(pledged.need)
    const path = `/needs/${pledged.need.id}/bids`
    const same = await Promise.all([rival.post(path, input), rival.post(path, input)])
    expect(same.map((answer) => [answer.status, answer.body.id])).toEqual([
      [201, input.id],
      [201, input.id],
    ])
    expect(await bid(rival)).toMatchObject({ status: 409, body: { code: 'ALREADY_BID' } })
    expect(await (await aFreelancer(app)).post(path, input)).toMatchObject({ status: 409, body: { code: 'ALREADY_BID' } })
  })

  it.each([
    ['tiers out of order', { tiers: [tier(5, 100), tier(2, 100)] }, 'TIERS_DISORDERED'],
    ['a price that rises with firms', { tiers: [tier(2, 100), tier(5, 200)] }, 'TIERS_RISE'],
    ['lots that the need does not have', { commonLots: [{ lotId: newId(), partBp: 10_000 }] }, 'LOTS_DO_NOT_MATCH'],
    ['parts that do not make the whole', 'half', 'PARTS_DO_NOT_SUM'],
    ['a milestone that nobody could pay for', { tiers: [tier(2, 1)] }, 'MILESTONE_TOO_SMALL'],
    ['a delivery before the start', { deliversOn: dayIn(44) }, 'DELIVERY_BEFORE_START'],
  ])('refuses %s', async (_, said, code) => {
    const input = aBidInput(pledged.need, said === 'half' ? {} : (said as Partial<BidInput>))
    if (said === 'half') input.commonLots[0]!.partBp -= 1
    expect(await author.post(`/needs/${pledged.need.id}/bids`, input)).toMatchObject({ status: 422, body: { code } })
  })

  it('refuses what is malformed or without bounds', async () => {
    const bad = [{ tiers: [] }, { tiers: [tier(2, 9e13)] }, { letter: 1 }, { milestones: [] }, { state: 'chosen' }, { startsOn: 'bientôt' }]
    for (const said of bad) expect(await bid(rival, said as never)).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } })
  })

  it('is for freelancers, by their owner', async () => {
    for (const other of [pledged.owners[0]!, pledged.association])
      expect(await bid(other)).toMatchObject({ status: 403, body: { code: 'FREELANCER_ONLY' } })
    const owner = await aFreelancer(app)
    const colleague = await anSmeMember(app, owner)
    expect(await bid(colleague)).toMatchObject({ status: 403, body: { code: 'OWNER_ONLY' } })
    expect(await bid(app.client() as Persona)).toMatchObject({ status: 401 })
    expect(await pledged.owners[0]!.get('/bids')).toMatchObject({ status: 403, body: { code: 'FREELANCER_ONLY' } })
  })

  it('is a draft again when it is edited, and no longer counts', async () => {
    const freelancer = await aFreelancer(app)
    const { id, version } = await aSubmittedBid(freelancer, pledged.need)
    const before = (await getNeed(freelancer, pledged.need.id)).bidCount
    const { id: _, ...content } = aBidInput(pledged.need, { letter: 'Une autre lettre' })
    const edited = ok(await freelancer.patch(`/bids/${id}`, { version, ...content })).body as BidView
    expect(edited).toMatchObject({ state: 'draft', version: version + 1, content: { letter: 'Une autre lettre' } })
    expect(edited.submittedAt).toBeUndefined()
    expect((await getNeed(freelancer, pledged.need.id)).bidCount).toBe(before - 1)
    expect(await freelancer.patch(`/bids/${id}`, { version, ...content })).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    expect(await rival.patch(`/bids/${id}`, { version: version + 1, ...content })).toMatchObject({ status: 404 })
    ok(await freelancer.post(`/bids/${id}/submission`, { version: version + 1 }))
    expect((await getNeed(freelancer, pledged.need.id)).bidCount).toBe(before)
  })

  it('is taken back with a reason until bids close, and listed among one’s own', async () => {
    const freelancer = await aFreelancer(app)
    const { id, version } = await aSubmittedBid(freelancer, pledged.need)
    expect(await rival.post(`/bids/${id}/withdrawal`, { version, reason: 'Non' })).toMatchObject({ status: 404 })
    const withdrawn = ok(await freelancer.post(`/bids/${id}/withdrawal`, { version, reason: 'Trop de travail' })).body as BidView
    expect(withdrawn).toMatchObject({ state: 'withdrawn', abilities: [] })
    expect((await pledged.owners[0]!.get(`/bids/${id}`)).status).toBe(404)
    const { items } = (await freelancer.get('/bids')).body
    expect(items).toMatchObject([
      { id, needId: pledged.need.id, groupName: 'Commerces du centre', state: 'withdrawn', totalMinor: 225_000, firms: 3 },
    ])
  })

  itWhereUniquePlacesAreFreed()('may be made anew by who has taken it back', async () => {
    const freelancer = await aFreelancer(app)
    const { id, version } = await aSubmittedBid(freelancer, pledged.need)
    ok(await freelancer.post(`/bids/${id}/withdrawal`, { version, reason: 'Une erreur' }))
    expect((await bid(freelancer)).status).toBe(201)
  })

  it('is kept in sight by the firm that leads', async () => {
    const freelancer = await aFreelancer(app)
    const { id, version } = await aSubmittedBid(freelancer, pledged.need)
    expect(await pledged.owners[1]!.post(`/bids/${id}/shortlist`, { version, isShortlisted: true })).toMatchObject({
      status: 403,
      body: { code: 'LEADER_ONLY' },
    })
    const kept = ok(await pledged.owners[0]!.post(`/bids/${id}/shortlist`, { version, isShortlisted: true })).body as BidView
    expect(kept.state).toBe('shortlisted')
    expect(movesOf(kept)).toEqual({ unshortlist: true, counter: true })
    expect(ok(await pledged.owners[0]!.post(`/bids/${id}/shortlist`, { version: version + 1, isShortlisted: false })).body.state).toBe(
      'submitted',
    )
  })

  it('is closed to bids once the vote is open', async () => {
    const { need, owners } = await aPledgedNeed(pledged, 3)
    const [first, late] = [author, rival]
    const { id, version } = await aSubmittedBid(first, need)
    const draft = await aDraftBid(late, need)
    ok(await owners[0]!.post(`/needs/${need.id}/bidding`))
    ok(await owners[0]!.post(`/needs/${need.id}/vote`))
    await app.drain()
    await openPayout(late)
    expect(await late.post(`/bids/${draft.id}/submission`, { version: draft.version })).toMatchObject({
      status: 409,
      body: { code: 'BIDS_CLOSED' },
    })
    expect(await first.post(`/bids/${id}/withdrawal`, { version, reason: 'Non' })).toMatchObject({
      status: 409,
      body: { code: 'BIDS_CLOSED' },
    })
    expect(movesOf((await first.get(`/bids/${id}`)).body)).toEqual({ edit: 'BIDS_CLOSED', withdraw: 'BIDS_CLOSED' })
  })
})
