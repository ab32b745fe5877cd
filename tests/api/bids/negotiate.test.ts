import type { BidHistory, BidView, CounterOfferView } from '@mutuo/shared/bids/bid.schema.ts'
import type { NotificationView } from '@mutuo/shared/notifications/notification.schema.ts'
import { v7 as newId } from 'uuid'
import { movesOf } from '../../support/abilities.ts'
import { testApp } from '../../support/app.ts'
import { aBidInput, aSubmittedBid, twoBids, type NeedWithBids } from '../../support/builders/bid.ts'
import { aNeedWithPledges, anOpenNeed, dayIn, getNeed } from '../../support/builders/need.ts'
import { anSmeMember, freelancers, ok, type Persona } from '../../support/personas.ts'

const propose = (who: Pick<Persona, 'post'>, bidId: string, said: object = { deliversOn: dayIn(70) }) =>
  who.post(`/bids/${bidId}/counter-offers`, { id: newId(), message: 'Même prix, livraison plus tôt ?', ...said })
const say = (who: Pick<Persona, 'post'>, { id, version }: CounterOfferView, word: string, said: object = {}) =>
  who.post(`/counter-offers/${id}/${word}`, { version, ...said })

describe('negotiating a bid', () => {
  const app = testApp()
  let open: NeedWithBids
  let leader: Persona
  let author: Persona
  let bidId: string
  const read = async (who: Pick<Persona, 'get'>, id = bidId) => ok(await who.get(`/bids/${id}`)).body as BidView
  const historyFor = async (who: Pick<Persona, 'get'>) => ok(await who.get(`/bids/${bidId}/history`)).body as BidHistory
  const asked = async () => (await read(leader)).counterOffer!

  beforeAll(async () => {
    const [pledged, bidders] = await Promise.all([aNeedWithPledges(app, 3), freelancers(app, 3)])
    open = await twoBids(pledged, bidders)
    ;[leader, author, bidId] = [open.owners[0]!, bidders[0]!, open.bids[0]!.id]
  }, 60_000)

  it('is the leading firm’s alone, and asks for something else than the bid says', async () => {
    const member = await anSmeMember(app, leader)
    const refused = await Promise.all([
      propose(open.owners[1]!, bidId),
      propose(open.association, bidId),
      propose(author, bidId),
      propose(member, bidId),
      propose(open.bidders[1]!, bidId),
      propose(leader, bidId, {}),
      propose(leader, bidId, { deliversOn: dayIn(90) }),
      propose(leader, bidId, { deliversOn: dayIn(30) }),
      propose(leader, bidId, {
        tiers: [
          { minFirms: 2, commonMinor: 100_000, perFirmMinor: 0 },
          { minFirms: 3, commonMinor: 110_000, perFirmMinor: 0 },
        ],
      }),
    ])
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [403, 'LEADER_ONLY'],
      [403, 'LEADER_ONLY'],
      [403, 'LEADER_ONLY'],
      [403, 'OWNER_ONLY'],
      [404, 'NOT_FOUND'],
      [422, 'NOTHING_CHANGES'],
      [422, 'NOTHING_CHANGES'],
      [422, 'DELIVERY_BEFORE_START'],
      [422, 'TIERS_RISE'],
    ])
    expect(movesOf(await read(leader)).counter).toBe(true)
    expect(movesOf(await read(open.owners[1]!)).counter).toBeUndefined()
  })

  it('has one counter-offer open a bid, whoever asks at once', async () => {
    const answers = await Promise.all([propose(leader, bidId), propose(leader, bidId, { deliversOn: dayIn(71) })])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('COUNTER_OFFER_OPEN')
    expect(movesOf(await read(leader)).counter).toBe('COUNTER_OFFER_OPEN')
    expect(movesOf(await asked())).toEqual({ withdraw: true })
    expect(movesOf((await read(author)).counterOffer!)).toEqual({ accept: true, answer: true, decline: true })
    expect((await read(open.owners[1]!)).counterOffer).toMatchObject({ abilities: [], ownPrice: { firms: 3, beforeMinor: 75_000 } })
    expect((await open.bidders[1]!.get(`/bids/${bidId}/history`)).status).toBe(404)
  })

  it('is declined once, and changes nothing', async () => {
    const before = await read(author)
    const first = before.counterOffer!
    expect(await say(author, first, 'agreement')).toMatchObject({ status: 403, body: { code: 'LEADER_ONLY' } })
    expect(await say(leader, first, 'acceptance')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } })
    const twice = await Promise.all([say(author, first, 'refusal'), say(author, first, 'refusal')])
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await say(author, first, 'acceptance')).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    expect(await read(author)).toMatchObject({ content: before.content!, version: before.version, latestVersion: { number: 1 } })
    expect((await read(author)).counterOffer).toBeUndefined()
  })

  it('is accepted in one click: the bid has a new version, and everybody’s price follows', async () => {
    const cheaper = { tiers: [{ minFirms: 2, commonMinor: 150_000, perFirmMinor: 15_000 }], deliversOn: dayIn(61) }
    ok(await propose(leader, bidId, cheaper))
    const counterOffer = (await read(open.owners[1]!)).counterOffer!
    expect(counterOffer.ownPrice).toEqual({ firms: 3, beforeMinor: 75_000, afterMinor: 65_000 })
    const accepted = ok(await say(author, counterOffer, 'acceptance')).body as BidView
    expect(accepted.content!.milestones.map(({ dueOn }) => dueOn)).toEqual([dayIn(60), dayIn(61), dayIn(61)])
    const seen = await read(open.owners[1]!)
    expect(seen).toMatchObject({ state: 'submitted', latestVersion: { number: 2, because: 'counter_offer' } })
    expect(seen.mine!.prices.find((price) => price.isNow)!.shareMinor).toBe(65_000)
    expect(seen.latestVersion!.changes.map(({ what }) => what)).toEqual(['tier', 'tier', 'deliversOn', 'milestone'])
    expect((await getNeed(open.owners[1]!, open.need.id)).curve).toMatchObject({ basis: 'bid' })
  })

  it('is answered with a condition, which the group takes: the version after keeps the one before', async () => {
    ok(await propose(leader, bidId, { deliversOn: dayIn(55) }))
    const condition = 'Atelier avant le 31 janvier'
    const wish = { message: 'Oui, si l’atelier a lieu tôt.', deliversOn: dayIn(56), condition }
    expect(await say(author, await asked(), 'answer', { ...wish, deliversOn: dayIn(10) })).toMatchObject({ status: 422 })
    ok(await say(author, await asked(), 'answer', wish))
    expect(movesOf(await asked())).toEqual({ agree: true, withdraw: true })
    expect((await asked()).answer!.changes.map(({ what }) => what)).toEqual([
      'deliversOn',
      'milestone',
      'milestone',
      'milestone',
      'condition',
    ])
    const answered = await asked()
    ok(await say(leader, answered, 'agreement'))
    expect(await say(leader, answered, 'withdrawal')).toMatchObject({ status: 409, body: { code: 'STALE_STATE' } })
    const { versions, counterOffers } = await historyFor(open.owners[2]!)
    expect(versions.map(({ number, because }) => [number, because])).toEqual([
      [3, 'counter_offer'],
      [2, 'counter_offer'],
      [1, 'submission'],
    ])
    expect(counterOffers.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'declined'])
    expect((await read(author)).content!.conditions).toEqual([condition])
  })

  it('has nothing to take where the answer is words alone', async () => {
    ok(await propose(leader, bidId, { startsOn: dayIn(44) }))
    ok(await say(author, await asked(), 'answer', { message: 'Pourquoi plus tôt ?' }))
    expect(movesOf(await asked())).toEqual({ agree: 'NOTHING_CHANGES', withdraw: true })
    expect(await say(leader, await asked(), 'agreement')).toMatchObject({ status: 422, body: { code: 'NOTHING_CHANGES' } })
  })

  it('falls with the bid that it was made for, whose next submission says what changed', async () => {
    const { version, content } = await read(author)
    const { id: _, ...edited } = { id: '', ...content!, letter: 'Autrement dit' }
    const draft = ok(await author.patch(`/bids/${bidId}`, { version, ...edited })).body as BidView
    ok(await author.post(`/bids/${bidId}/submission`, { version: draft.version }))
    const seen = await read(leader)
    expect(seen.counterOffer).toBeUndefined()
    expect(seen.latestVersion).toMatchObject({ because: 'submission', changes: [{ what: 'letter' }] })
    expect((await historyFor(leader)).counterOffers[0]!.state).toBe('expired')
  })

  it('tells both sides, and the joined firms what is agreed', async () => {
    await app.drain()
    const kinds = async (who: Persona) =>
      (ok(await who.get('/notifications?limit=100')).body.items as NotificationView[]).map(({ kind }) => kind)
    expect(await kinds(author)).toEqual(expect.arrayContaining(['counter_offer.proposed', 'counter_offer.expired']))
    expect(await kinds(leader)).toEqual(expect.arrayContaining(['counter_offer.declined', 'counter_offer.answered']))
    expect(await kinds(open.owners[2]!)).toContain('counter_offer.accepted')
    expect(await kinds(open.bidders[1]!)).not.toContain('counter_offer.accepted')
  })

  it('waits until sealed bids are open, and ends with the bids', async () => {
    const rules = { bidsSealed: true }
    const hidden = await aSubmittedBid(open.bidders[2]!, await anOpenNeed(leader, open.id, { rules }))
    expect(await propose(leader, hidden.id)).toMatchObject({ status: 409, body: { code: 'BIDS_SEALED' } })
    expect(ok(await leader.get(`/bids/${hidden.id}/history`)).body).toEqual({ bidId: hidden.id, versions: [], counterOffers: [] })
    const second = open.bids[1]!.id
    ok(await propose(leader, second, { deliversOn: dayIn(80) }))
    const waiting = (await read(leader, second)).counterOffer!
    ok(await leader.post(`/needs/${open.need.id}/bidding`))
    ok(await leader.post(`/needs/${open.need.id}/vote`))
    expect(await say(open.bidders[1]!, waiting, 'acceptance')).toMatchObject({ status: 409, body: { code: 'BIDS_CLOSED' } })
    expect(await propose(leader, bidId)).toMatchObject({ status: 409, body: { code: 'BIDS_CLOSED' } })
    await app.drain()
    expect((await read(leader, second)).counterOffer).toBeUndefined()
  })

  it('ends with a reason where a bid is taken back, never with its figures', async () => {
    const [gone, rival] = [open.bidders[0]!, open.bidders[1]!]
    const need = await anOpenNeed(leader, open.id)
    const { id, version } = await aSubmittedBid(gone, need)
    const input = aBidInput(need)
    ok(await rival.post(`/needs/${need.id}/bids`, input))
    ok(await rival.post(`/bids/${input.id}/withdrawal`, { version: 1, reason: 'Jamais montrée' }))
    ok(await gone.post(`/bids/${id}/withdrawal`, { version, reason: 'Plus de temps ce printemps' }))
    const { body, text } = ok(await open.owners[1]!.get(`/needs/${need.id}/bids`))
    expect(body.withdrawn).toEqual([
      { freelancer: expect.objectContaining({ id: gone.organisationId }), reason: 'Plus de temps ce printemps' },
    ])
    expect(text).not.toContain('180000')
    expect(ok(await rival.get(`/needs/${need.id}/bids`)).body.withdrawn).toEqual([])
    await app.drain()
    const news = ok(await leader.get('/notifications')).body.items as NotificationView[]
    expect(news.map(({ text: said }) => said)).toContainEqual(expect.stringContaining('Plus de temps ce printemps'))
  })
})
