import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { dropOutsOf, getLeaving, getShareOffer, offersTo, putOnWaitingList, takeOffer } from '../../support/builders/drop-out.ts'
import { acceptContract, anAwardedMission, deliver, getMission, type Running } from '../../support/builders/mission.ts'
import { anOpenNeed } from '../../support/builders/need.ts'
import { cards, getShare, pageToPay, payOnPage, saveCardBefore } from '../../support/builders/payment.ts'
import { anSmeMember, anSmeOwner, enrol, ok, type Persona, smeOwners } from '../../support/personas.ts'

const dayMs = 24 * 3600 * 1000
const consents = true as const

describe('who drops out of a mission, and who comes in', () => {
  const app = testApp({ stripe: true })
  let mission: Running
  let [baker, florist, caterer, winery]: Persona[] = []
  let [heir, modest, buyer, taker, broke, cardless, slow]: Persona[] = []
  const shareIds = new Map<Persona | undefined, string>()
  const shareOf = (owner: Persona | undefined) => getShare(owner!, shareIds.get(owner)!)
  const code = async (answer: Promise<{ status: number; body: { code?: string } }>) => (await answer).body.code
  const wish = (said: object = {}) => ({ capMinor: 200_000, takesOwnLots: true, consents, ...said })
  const path = () => `/needs/${mission.need.id}/waiting-list`
  const told = async (owner: Persona): Promise<string[]> =>
    (ok(await owner.get('/notifications?limit=100')).body.items as { kind: string }[]).map(({ kind }) => kind)
  const later = (days: number) => setClock(() => new Date(Date.now() + days * dayMs))
  const succeeded = () => Object.values(app.stripe!.control.dump().charges).filter((charge) => charge.status === 'succeeded')
  const chargeOf = (shareId: string) => succeeded().find((charge) => charge.metadata.shareId === shareId)!
  afterAll(() => setClock(systemClock))

  beforeAll(async () => {
    mission = await anAwardedMission(app, { firms: 4, cards: [cards.good, cards.good, cards.refusedWhenCharged, cards.refusedWhenCharged] })
    ;[baker, florist, caterer, winery] = mission.owners
    for (const owner of mission.owners) shareIds.set(owner, (await getMission(owner, mission.missionId)).my!.shareId)
    ;[heir, modest, buyer, taker, broke, cardless, slow] = await smeOwners(app, 7)
    await enrol(mission.id, [heir!, modest!, buyer!, taker!, broke!, cardless!, slow!])
    for (const firm of [heir!, modest!, buyer!, taker!, slow!]) await saveCardBefore(firm)
    await saveCardBefore(broke!, cards.refusedWhenCharged)
  }, 180_000)

  describe('the waiting list', () => {
    it('is for firms of the group, by their owner, with a card, once the table is closed', async () => {
      const member = await anSmeMember(app, heir!)
      const stranger = await anSmeOwner(app)
      const gathering = await anOpenNeed(baker!, mission.id)
      expect(await code(member.post(path(), wish()))).toBe('OWNER_ONLY')
      expect(await code(stranger.post(path(), wish()))).toBe('NOT_A_MEMBER')
      expect(await code(baker!.post(path(), wish()))).toBe('ALREADY_AT_THE_TABLE')
      expect(await code(cardless!.post(path(), wish()))).toBe('PAYMENT_METHOD_MISSING')
      expect(await code(heir!.post(`/needs/${gathering.id}/waiting-list`, wish()))).toBe('WAITING_LIST_CLOSED')
      expect(await code(heir!.post(path(), wish({ consents: false })))).toBe('INVALID_INPUT')
      expect(await code(mission.association.post(path(), wish()))).toBe('WRONG_KIND_OF_ORGANISATION')
    })

    it('has one place for a firm, in the order of time, whatever it clicks; it is free to leave, and comes back last', async () => {
      await Promise.all([1, 2].map(() => modest!.post(path(), wish({ capMinor: 5_000 }))))
      expect(await putOnWaitingList(heir!, mission.need.id)).toMatchObject({ firms: 2, mine: { position: 2 } })
      expect(await putOnWaitingList(modest!, mission.need.id, { capMinor: 6_000 })).toMatchObject({
        firms: 2,
        mine: { position: 1, capMinor: 6_000 },
      })
      expect(ok(await heir!.delete(path())).body).toMatchObject({ firms: 1, abilities: [{ move: 'join', allowed: true }] })
      expect(await code(heir!.delete(path()))).toBe('STALE_STATE')
      expect(await putOnWaitingList(heir!, mission.need.id)).toMatchObject({ firms: 2, mine: { position: 2 } })
      ok(await heir!.delete(path()))
    })

    it('keeps a waiting firm’s card, and names the firms to the association alone', async () => {
      expect(await code(modest!.delete('/payment-method'))).toBe('PAYMENT_METHOD_IN_USE')
      expect(ok(await baker!.get(path())).body).toEqual({ needId: mission.need.id, firms: 1, hasOwnLots: true, abilities: [] })
      const { rows } = ok(await mission.association.get(path())).body as { rows: { firm: { id: string } }[] }
      expect(rows.map(({ firm }) => firm.id)).toEqual([modest!.organisationId])
    })
  })

  describe('a firm that asks to be replaced before it has paid', () => {
    const proposal = () => `/shares/${shareIds.get(caterer)}/proposal`

    it('proposes one firm of the group, which is not in the mission', async () => {
      const { candidates, abilities } = await getLeaving(caterer!, shareIds.get(caterer)!)
      expect(candidates.map(({ id }) => id)).toContain(heir!.organisationId)
      expect(candidates.map(({ id }) => id)).not.toContain(baker!.organisationId)
      expect(abilities.map(({ move }) => move)).toEqual(['propose'])
      expect(await code(caterer!.post(proposal(), { firmId: baker!.organisationId }))).toBe('ALREADY_IN_MISSION')
      expect(await code(caterer!.post(proposal(), { firmId: mission.association.organisationId }))).toBe('TAKER_NOT_A_MEMBER')
      expect((await baker!.post(proposal(), { firmId: heir!.organisationId })).status).toBe(404)
      const answers = await Promise.all([heir!, buyer!].map((firm) => caterer!.post(proposal(), { firmId: firm.organisationId })))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      ok(await caterer!.delete(proposal()))
      expect(await code(caterer!.delete(proposal()))).toBe('OFFER_OVER')
      const leaving = ok(await caterer!.post(proposal(), { firmId: heir!.organisationId })).body
      expect(leaving.offer).toMatchObject({ cause: 'transfer', state: 'open', to: { id: heir!.organisationId } })
    })

    it('and is replaced at that firm’s word: the page it had open is closed, its place and its debt are gone', async () => {
      const page = await pageToPay(caterer!, shareIds.get(caterer)!)
      await app.drain()
      const [offer] = await offersTo(heir!)
      expect(offer).toMatchObject({
        cause: 'transfer',
        proposedBy: { id: caterer!.organisationId },
        abilities: [{ allowed: true }, { allowed: true }],
      })
      expect((await buyer!.get(`/share-offers/${offer!.id}`)).status).toBe(404)
      expect(await takeOffer(heir!, offer!.id)).toMatchObject({ state: 'taken', abilities: [] })
      await app.drain()
      expect((await fetch(page)).status).toBe(410)
      expect(await shareOf(caterer)).toMatchObject({ state: 'reallocated', abilities: [] })
      shareIds.set(heir, (await getMission(heir!, mission.missionId)).my!.shareId)
      expect(await shareOf(heir)).toMatchObject({ state: 'paid', paidShares: 3, shares: 4, grossMinor: offer!.grossMinor })
      expect(await told(caterer!)).toContain('share_offer.taken')
      await expectBooksToBalance(app)
    })
  })

  describe('a share that nobody waits for', () => {
    const act = (move: 'step' | 'time', version: number, who = mission.association) =>
      who.post(`/missions/${mission.missionId}/drop-outs/${shareIds.get(winery)}/${move}`, { version, reason: 'Vu avec elle' })

    it('goes on to the association once the grace is over: a cap that is too low is passed over', async () => {
      later(8)
      await app.jobs()
      const [item] = (await dropOutsOf(mission.association, mission.missionId)).items
      expect(item).toMatchObject({ step: 'cover', next: 'bridge', actor: 'association', offers: [] })
      expect(await offersTo(modest!)).toEqual([])
      expect((await shareOf(winery)).steps.find(({ state }) => state === 'now')?.step).toBe('cover')
      expect((await told(mission.association)).filter((kind) => kind === 'share.to_mend')).toHaveLength(1)
      expect(await code(winery!.post(`/shares/${shareIds.get(winery)}/payment`, { returnTo: '/x' }))).toBe('NOTHING_TO_PAY')
    })

    it('is sent on with a reason, by the association alone and once', async () => {
      const [item] = (await dropOutsOf(mission.association, mission.missionId)).items
      expect(await code(act('step', item!.version, baker!))).toBe('ASSOCIATION_ONLY')
      expect((await baker!.get(`/missions/${mission.missionId}/drop-outs`)).body.code).toBe('ASSOCIATION_ONLY')
      const answers = await Promise.all([1, 2].map(() => act('step', item!.version)))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      const after = (await dropOutsOf(mission.association, mission.missionId)).items[0]
      expect(after).toMatchObject({ step: 'bridge', next: 'reduced_scope', notes: [{ step: 'bridge', reason: 'Vu avec elle' }] })
    })

    it('may be given time again: the firm pays, and the mission starts', async () => {
      const [item] = (await dropOutsOf(mission.association, mission.missionId)).items
      ok(await act('time', item!.version))
      await app.drain()
      expect(await told(winery!)).toContain('share.time_given')
      expect(await payOnPage(winery!, shareIds.get(winery)!)).toMatchObject({ state: 'paid' })
      await app.drain()
      expect((await getMission(winery!, mission.missionId)).state).toBe('active')
      expect((await dropOutsOf(mission.association, mission.missionId)).items).toEqual([])
      await expectBooksToBalance(app)
    })
  })

  describe('a firm that asks to be replaced after it has paid', () => {
    const propose = async (firm: Persona) => {
      ok(await baker!.post(`/shares/${shareIds.get(baker)}/proposal`, { firmId: firm.organisationId }))
      await app.drain()
      return (await offersTo(firm))[0]!
    }

    it('stays where it is as long as the other has not paid', async () => {
      const offer = await propose(broke!)
      expect(await takeOffer(broke!, offer.id)).toMatchObject({ state: 'accepted' })
      await app.drain()
      const [answered] = await offersTo(broke!)
      expect(await getShare(broke!, answered!.shareId!)).toMatchObject({ state: 'dunning', isMissionOpen: false })
      expect((await broke!.get(`/missions/${mission.missionId}`)).status).toBe(404)
      expect(await code(baker!.post(`/shares/${shareIds.get(baker)}/proposal`, { firmId: buyer!.organisationId }))).toBe(
        'OFFER_ALREADY_OPEN',
      )
      later(17)
      await app.jobs()
      expect(await offersTo(broke!)).toMatchObject([{ state: 'lapsed' }])
      expect(await shareOf(baker)).toMatchObject({ state: 'paid' })
      expect(await told(baker!)).toContain('share_offer.lapsed')
      await expectBooksToBalance(app)
    })

    it('is refunded when the other is charged, to the cent, and nobody else is touched', async () => {
      const paidMinor = (await shareOf(baker)).grossMinor
      const offer = await propose(buyer!)
      await takeOffer(buyer!, offer.id)
      await app.drain()
      shareIds.set(buyer, (await getMission(buyer!, mission.missionId)).my!.shareId)
      expect(await shareOf(buyer)).toMatchObject({ state: 'paid', paidShares: 4, shares: 4 })
      expect(await shareOf(baker)).toMatchObject({ state: 'reallocated', givenBackMinor: paidMinor })
      expect(chargeOf(shareIds.get(baker)!).amount_refunded).toBe(paidMinor)
      expect((await baker!.get(`/missions/${mission.missionId}`)).status).toBe(404)
      expect((await getMission(buyer!, mission.missionId)).firms).toHaveLength(4)
      const { all } = ok(await mission.association.get(`/missions/${mission.missionId}/money`)).body
      expect(all).toMatchObject({ refundedMinor: paidMinor, notYetMinor: 0 })
      await expectBooksToBalance(app)
    })
  })

  describe('a firm that leaves a mission under way', () => {
    const notice = () => `/shares/${shareIds.get(florist)}/notice`

    beforeAll(async () => {
      const milestone = await deliver(app, mission)
      for (const owner of [buyer!, florist!, heir!, winery!]) {
        const answer = await owner.post(`/missions/${mission.missionId}/milestones/${milestone.id}/acceptance`)
        if (answer.status !== 409) ok(answer)
      }
      await app.drain()
    })

    it('cannot be replaced whole once a part is accepted; it gives notice, and stays bound without a taker', async () => {
      expect(await code(florist!.post(`/shares/${shareIds.get(florist)}/proposal`, { firmId: taker!.organisationId }))).toBe(
        'SHARE_NOT_TRANSFERABLE',
      )
      const before = await getLeaving(florist!, shareIds.get(florist)!)
      expect(before.afterNotice.netMinor).toBeGreaterThan(0)
      const answers = await Promise.all([1, 2].map(() => florist!.post(notice(), { reason: 'Je vends ma boutique' })))
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      await app.drain()
      const leaving = await getLeaving(florist!, shareIds.get(florist)!)
      expect(leaving).toMatchObject({ notice: { endsOn: before.afterNotice.endsOn, netMinor: before.afterNotice.netMinor, waiting: 1 } })
      expect(await told(mission.association)).toContain('share.notice_given')
      expect((await dropOutsOf(mission.association, mission.missionId)).items).toMatchObject([{ cause: 'notice', offers: [] }])
      expect(ok(await florist!.delete(notice())).body.notice).toBeUndefined()
      expect(await code(florist!.delete(notice()))).toBe('STALE_STATE')
      ok(await florist!.post(notice(), { reason: 'Je vends ma boutique' }))
      await app.drain()
      expect((await getMission(florist!, mission.missionId)).my).toMatchObject({ state: 'paid' })
    })

    it('keeps what was accepted; what comes later is the taker’s, charged first, and given back to who leaves', async () => {
      const shareId = shareIds.get(florist)!
      const before = (await getMission(florist!, mission.missionId)).my!
      await putOnWaitingList(slow!, mission.need.id)
      await putOnWaitingList(taker!, mission.need.id)
      await app.drain()
      const [missed] = await offersTo(slow!)
      expect(await offersTo(taker!)).toEqual([])
      const answer = (what: string, firm: Persona) => firm.post(`/share-offers/${missed!.id}/${what}`, { consents })
      ok(await mission.association.post(`/groups/${mission.id}/freeze`, { reason: 'Pour voir' }))
      expect(await code(answer('acceptance', slow!))).toBe('GROUP_FROZEN')
      ok(await mission.association.post(`/groups/${mission.id}/unfreeze`, { reason: 'Vu' }))
      later(20)
      expect(await code(answer('acceptance', slow!))).toBe('OFFER_OVER')
      expect((await getShareOffer(slow!, missed!.id)).abilities).toMatchObject([
        { allowed: false, reason: 'OFFER_OVER' },
        { allowed: false },
      ])
      await app.jobs()
      expect(await offersTo(slow!)).toMatchObject([{ state: 'expired' }])
      const [offer] = await offersTo(taker!)
      expect(offer).toMatchObject({ state: 'open', cause: 'notice' })
      expect(JSON.stringify(offer)).not.toContain(florist!.organisationName)
      await takeOffer(taker!, offer!.id)
      await app.drain()
      const after = (await getMission(florist!, mission.missionId)).my!
      expect(after).toMatchObject({ state: 'paid', netMinor: before.netMinor - offer!.netMinor })
      expect(chargeOf(shareId).amount_refunded).toBe(before.grossMinor - after.grossMinor)
      expect((await getMission(taker!, mission.missionId)).my).toMatchObject({ state: 'paid', netMinor: offer!.netMinor })
      expect((await getMission(taker!, mission.missionId)).firms).toHaveLength(5)
      const mine = (await getMission(taker!, mission.missionId)).milestones.map(({ myCell }) => myCell)
      expect(mine).toEqual([undefined, ...mine.slice(1)])
      expect(mine.slice(1)).toContain('retained')
      expect((await acceptContract(taker!, mission.missionId)).version).toBe(4)
      await expectBooksToBalance(app)
    })

    it('and the association may still end the mission: each gets back its own, once', async () => {
      const { version } = await getMission(mission.association, mission.missionId)
      ok(await mission.association.post(`/missions/${mission.missionId}/cancellation`, { version, reason: 'Fin' }))
      await app.drain()
      const states = await Promise.all(
        [buyer!, florist!, heir!, winery!, taker!].map(async (owner) => (await getMission(owner, mission.missionId)).my!.state),
      )
      expect(states).toEqual(['part_refunded', 'paid', 'part_refunded', 'part_refunded', 'refunded'])
      expect(await code(modest!.post(path(), wish()))).toBe('WAITING_LIST_CLOSED')
      ok(await modest!.delete('/payment-method'))
      await expectBooksToBalance(app)
    })
  })
})
