import type { BidComparison, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import type { QuestionView } from '@mutuo/shared/needs/question.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { aNeedWithBids, twoBids, type NeedWithBids } from '../../support/builders/bid.ts'
import { aDraftPledge, aPledgedNeed, aReadyPledge, getNeed } from '../../support/builders/need.ts'
import { aGroupWithMembers, ok, type Persona } from '../../support/personas.ts'

describe('comparing bids', () => {
  const app = testApp()
  let voted: NeedWithBids
  const compare = async (who: Pick<Persona, 'get'>, needId = voted.need.id) =>
    ok(await who.get(`/needs/${needId}/bids`)).body as BidComparison
  const nowOf = (bid: BidView) => bid.mine!.prices.find((price) => price.isNow)!

  beforeAll(async () => {
    voted = await aNeedWithBids(app, 4, { firms: 6 })
  }, 60_000)

  it('shows a firm its own price first, with one firm fewer and one more, and where it comes from', async () => {
    const { owners, need, bids } = voted
    const comparison = await compare(owners[0]!)
    expect(comparison).toMatchObject({ needId: need.id, needState: 'gathering', firms: 4, areSealed: false })
    expect(comparison.items.map((bid) => bid.id)).toEqual(bids.map((bid) => bid.id))
    const [first, second] = comparison.items as [BidView, BidView]
    expect(first.mine!.prices).toEqual([
      { firms: 3, shareMinor: 75_000, isNow: false, isAtCap: false },
      { firms: 4, shareMinor: 60_000, isNow: true, isAtCap: false },
      { firms: 5, shareMinor: 42_000, isNow: false, isAtCap: false },
    ])
    expect(first.mine).toMatchObject({
      capMinor: 90_000,
      vatMinor: 0,
      grossMinor: 60_000,
      isCheapestForMe: false,
      parts: [
        { title: 'Fiche d’établissement', amountMinor: 15_000 },
        { title: 'Audit et plan commun', amountMinor: 22_500 },
        { title: 'Suivi mensuel', amountMinor: 22_500 },
      ],
    })
    expect(first).toMatchObject({ totalMinor: 240_000, milestoneAmountsMinor: [90_000, 90_000, 60_000], badges: ['fastest'] })
    expect(second).toMatchObject({ totalMinor: 216_000, badges: ['cheapest_total'], mine: { isCheapestForMe: true } })
    expect(nowOf(second).shareMinor).toBe(54_000)
    expect(first.freelancer).toMatchObject({
      name: 'Indépendant 1',
      vatStatus: 'franchise',
      dayRateMinor: 42_000,
      proofs: [{ kind: 'siret' }],
    })
  })

  it('is a table for a French spreadsheet too, with the reader’s own price and nobody else’s', async () => {
    const { owners, need, association } = voted
    const { status, text } = await owners[0]!.get(`/needs/${need.id}/bids/export`)
    expect(status).toBe(200)
    const [head, first, second] = text
      .replace('\uFEFF', '')
      .split('\n')
      .map((line) => line.split(';'))
    expect(head!.slice(0, 8)).toEqual([
      'Indépendant',
      'Commune',
      'État',
      'Votre prix HT à 3',
      'Votre prix HT à 4',
      'Votre prix HT à 5',
      'Vous payez TTC',
      'Total du groupement HT à 4',
    ])
    expect(first!.slice(0, 8)).toEqual(['Indépendant 1', 'Saint-Étienne', 'Déposée', '750,00', '600,00', '420,00', '600,00', '2400,00'])
    expect(second![7]).toBe('2160,00')
    expect((await association.get(`/needs/${need.id}/bids/export`)).text).not.toContain('Votre prix')
    expect((await voted.bidders[1]!.get(`/needs/${need.id}/bids/export`)).text).not.toContain('Indépendant 1')
  })

  it('says how many questions each freelancer asked and how many are answered: to the group, and to each its own', async () => {
    const { owners, need, bidders, association } = voted
    const ask = async (who: Persona, text: string) =>
      ok(await who.post(`/needs/${need.id}/questions`, { id: newId(), text })).body as QuestionView
    const first = await ask(bidders[0]!, 'Combien de boutiques en tout ?')
    await ask(bidders[0]!, 'Et les photos ?')
    await ask(owners[1]!, 'Quand commence-t-on ?')
    ok(await owners[0]!.post(`/questions/${first.id}/answer`, { version: first.version, text: 'Six.' }))
    const told = async (who: Persona) => (await compare(who)).items.map((bid) => bid.questions)
    const whole = [
      { asked: 2, answered: 1 },
      { asked: 0, answered: 0 },
    ]
    expect(await told(owners[0]!)).toEqual(whole)
    expect(await told(owners[5]!)).toEqual(whole)
    expect(await told(association)).toEqual(whole)
    expect(await told(bidders[0]!)).toEqual([whole[0]])
    expect(await told(bidders[1]!)).toEqual([whole[1]])
  })

  it('never shows a firm another one’s figures', async () => {
    const { owners, association } = voted
    const { text } = await owners[1]!.get(`/needs/${voted.need.id}/bids`)
    expect(text).not.toContain(owners[0]!.organisationId)
    const seen = await compare(association)
    expect(seen.items.every((bid) => bid.mine === undefined && bid.content !== undefined)).toBe(true)
  })

  it('shows a firm that has not joined what it would pay, while it still can', async () => {
    const guest = voted.owners[4]!
    const [first] = (await compare(guest)).items as [BidView, BidView]
    expect(first.mine!.capMinor).toBeUndefined()
    expect(nowOf(first)).toEqual({ firms: 5, shareMinor: expect.any(Number), isNow: true, isAtCap: false })
  })

  it('shows a freelancer its own bid alone, and others nothing', async () => {
    const { bidders, bids, need } = voted
    expect((await compare(bidders[0]!)).items.map((bid) => bid.id)).toEqual([bids[0]!.id])
    const elsewhere = await aGroupWithMembers(app, 1)
    expect((await compare(elsewhere.owners[0]!)).items).toEqual([])
    expect(await app.client().get(`/needs/${need.id}/bids`)).toMatchObject({ status: 401 })
  })

  it('prices each firm as the award will: caps hold, and a condition keeps its firm out', async () => {
    const { need, owners } = await twoBids(await aPledgedNeed(voted, 3), voted.bidders)
    await aReadyPledge(owners[3]!, need.id, { capMinor: 40_000 })
    await aReadyPledge(owners[4]!, need.id, { conditions: { minFirms: 9 } })
    const [capped] = (await compare(owners[3]!, need.id)).items as [BidView, BidView]
    expect(nowOf(capped)).toEqual({ firms: 4, shareMinor: 40_000, isNow: true, isAtCap: true })
    expect(capped.mine?.byKeyMinor).toBe(60_000)
    const [other] = (await compare(owners[0]!, need.id)).items as [BidView, BidView]
    expect(nowOf(other).firms).toBe(4)
    expect([66_666, 66_667]).toContain(nowOf(other).shareMinor)
    expect(other.mine?.byKeyMinor).toBeUndefined()
    await aDraftPledge(owners[5]!, need.id)
    expect((await compare(owners[0]!, need.id)).firms).toBe(5)
  })

  it('shows sealed bids to nobody but their authors until they close, and then to the whole group together', async () => {
    const { need, owners, association, bidders, bids } = await twoBids(
      await aPledgedNeed(voted, 3, { rules: { bidsSealed: true } }),
      voted.bidders,
    )
    for (const reader of [owners[0]!, association]) {
      const { body, text } = await reader.get(`/needs/${need.id}/bids`)
      const comparison = body as BidComparison
      expect(comparison.areSealed).toBe(true)
      expect(comparison.items).toHaveLength(2)
      for (const bid of comparison.items) {
        expect(bid).toMatchObject({ isSealed: true, badges: [], abilities: [] })
        expect([bid.content, bid.totalMinor, bid.curve, bid.mine, bid.milestoneAmountsMinor]).toEqual([
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
        ])
      }
      expect(text).not.toMatch(/180000|162000|Bonjour/)
    }
    expect((await bidders[0]!.get(`/bids/${bids[0]!.id}`)).body).toMatchObject({
      isSealed: true,
      content: { letter: expect.any(String) },
      totalMinor: 225_000,
    })
    expect(await owners[0]!.post(`/bids/${bids[0]!.id}/shortlist`, { version: bids[0]!.version, isShortlisted: true })).toMatchObject({
      status: 409,
    })
    expect(await getNeed(owners[0]!, need.id)).toMatchObject({ bidCount: 2, curve: { basis: 'target' } })

    ok(await owners[0]!.post(`/needs/${need.id}/bidding`))
    ok(await owners[0]!.post(`/needs/${need.id}/vote`))
    await app.drain()
    const open = ok(await owners[1]!.get(`/needs/${need.id}/bids`)).body as BidComparison
    expect(open).toMatchObject({ areSealed: false, needState: 'voting', ballotId: expect.any(String) })
    expect(open.items.every((bid) => bid.content && bid.mine)).toBe(true)
    expect((await getNeed(owners[0]!, need.id)).curve.basis).toBe('bid')
  })
})
