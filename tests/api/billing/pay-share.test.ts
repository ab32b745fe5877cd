import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { now, setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, getMission, type Running } from '../../support/builders/mission.ts'
import {
  answerBank,
  cardFields,
  cards,
  getShare,
  pageToPay,
  payOnPage,
  saveCardOnPage,
  submitPage,
} from '../../support/builders/payment.ts'
import { ok, type Persona } from '../../support/personas.ts'

const dayMs = 24 * 3600 * 1000

describe('a firm pays its share itself', () => {
  const app = testApp({ stripe: true })
  let mission: Running
  let [good, refused, careful, thrifty]: Persona[] = []
  const shareIdOf = async (owner: Persona): Promise<string> => (await getMission(owner, mission.missionId)).my!.shareId
  const chargesTaken = () => Object.values(app.stripe!.control.dump().charges).filter((charge) => charge.status === 'succeeded')

  beforeAll(async () => {
    mission = await anAwardedMission(app, {
      firms: 4,
      cards: [cards.good, cards.refusedWhenCharged, cards.asksItsBankEachTime, cards.refusedWhenCharged],
    })
    ;[good, refused, careful, thrifty] = mission.owners
  }, 180_000)
  afterAll(() => setClock(systemClock))

  it('is told one reason and its days of grace, and touches nobody else', async () => {
    const share = await getShare(refused!, await shareIdOf(refused!))
    expect(share).toMatchObject({ state: 'dunning', failure: { code: 'bank_refused', mayRetrySameCard: false }, paidShares: 1, shares: 4 })
    expect(share.abilities.map(({ move }) => move)).toEqual(['payByCard'])
    expect(share.steps.find(({ state }) => state === 'now')?.step).toBe('grace')
    expect(new Date(share.graceEndsAt!).getTime()).toBeGreaterThan(now().getTime() + 6 * dayMs)
    expect(await getShare(good!, await shareIdOf(good!))).toMatchObject({ state: 'paid', abilities: [] })
    expect((await getMission(good!, mission.missionId)).state).toBe('collecting')
    const asked = await getShare(careful!, await shareIdOf(careful!))
    expect(asked).toMatchObject({ state: 'requires_action', failure: { code: 'authentication_required' } })
    expect(asked.abilities.map(({ move }) => move)).toEqual(['confirm', 'payByCard'])
  })

  it('is not offered the refused card again, nor let try it', async () => {
    const answer = await refused!.post(`/shares/${await shareIdOf(refused!)}/retry`)
    expect([answer.status, answer.body.code]).toEqual([409, 'CARD_NOT_RETRYABLE'])
  })

  it('stays payable until its place is offered to another, and the association sees it', async () => {
    setClock(() => new Date(Date.now() + 9 * dayMs))
    try {
      const share = await getShare(refused!, await shareIdOf(refused!))
      expect(share.steps.find(({ state }) => state === 'now')?.step).toBe('waiting_list')
      expect(share.abilities).toEqual([{ move: 'payByCard', allowed: true }])
      const { tasks } = ok(await mission.association.get('/association-desk')).body
      expect(tasks).toContainEqual(expect.objectContaining({ kind: 'payment_failed', params: expect.objectContaining({ count: 3 }) }))
      expect(JSON.stringify(tasks)).not.toContain(refused!.organisationName)
    } finally {
      setClock(systemClock)
    }
  })

  it('gets one page for two clicks, and pays there with another card after one more refusal', async () => {
    const shareId = await shareIdOf(refused!)
    const urls = await Promise.all([1, 2, 3].map(() => pageToPay(refused!, shareId)))
    expect(new Set(urls).size).toBe(1)
    await expect(payOnPage(refused!, shareId, cards.refusedWhenCharged)).rejects.toThrow('402')
    await app.drain()
    expect(await getShare(refused!, shareId)).toMatchObject({ state: 'dunning', failure: { code: 'bank_refused' } })
    expect(await pageToPay(refused!, shareId)).toBe(urls[0])
    expect(await payOnPage(refused!, shareId)).toMatchObject({ state: 'paid', paidShares: 2, abilities: [] })
    const again = await refused!.post(`/shares/${shareId}/payment`, { returnTo: '/x' })
    expect([again.status, again.body.code]).toEqual([409, 'NOTHING_TO_PAY'])
  })

  it('confirms at its bank: one page for two clicks, another way after a refusal there', async () => {
    const shareId = await shareIdOf(careful!)
    const urls = await Promise.all([1, 2].map(() => pageToPay(careful!, shareId)))
    expect(new Set(urls).size).toBe(1)
    expect(urls[0]).toContain('/3ds/')
    expect(await pageToPay(careful!, shareId)).toBe(urls[0])
    await answerBank(urls[0]!, 'fail')
    const refusedThere = ok(await careful!.post(`/shares/${shareId}/refresh`)).body
    expect(refusedThere).toMatchObject({ state: 'requires_action', failure: { code: 'authentication_required' } })
    const page = await pageToPay(careful!, shareId)
    expect(page).toContain('/c/pay/')
    const bank = await submitPage(page, cardFields(cards.asksItsBankEachTime))
    await answerBank(bank, 'approve')
    expect(ok(await careful!.post(`/shares/${shareId}/refresh`)).body).toMatchObject({ state: 'paid' })
  })

  it('retries with a card saved since, which closes the page left open; the last payment starts the mission', async () => {
    const shareId = await shareIdOf(thrifty!)
    const page = await pageToPay(thrifty!, shareId)
    await saveCardOnPage(thrifty!)
    expect((await getShare(thrifty!, shareId)).abilities.map(({ move }) => move)).toEqual(['payByCard', 'retry'])
    const answers = await Promise.all([1, 2].map(() => thrifty!.post(`/shares/${shareId}/retry`)))
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    expect(answers.find(({ status }) => status >= 300)?.body.code).toMatch(/PAYMENT_ALREADY_RUNNING|NOTHING_TO_PAY/)
    await app.drain()
    expect((await fetch(page)).status).toBe(410)
    expect(await getShare(thrifty!, shareId)).toMatchObject({ state: 'paid', paidShares: 4 })
    expect((await getMission(good!, mission.missionId)).state).toBe('active')
  })

  it('was charged once for each share, and the books say so', async () => {
    const owed = await Promise.all(mission.owners.map(async (owner) => (await getMission(owner, mission.missionId)).my!.grossMinor))
    expect(
      chargesTaken()
        .map((charge) => charge.amount)
        .sort(),
    ).toEqual(owed.sort())
    const entries = await ledger.entriesOf([mission.missionId])
    expect(entries.filter((entry) => entry.type === 'charge')).toHaveLength(4)
    await expectBooksToBalance(app)
  })
})
