import { ledger } from '@mutuo/server/modules/ledger/index.ts'
import { formatEuros } from '@mutuo/shared/money/format.ts'
import { testApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../support/builders/mission.ts'
import { answerBank, cards, getShare, pageToPay, payOnPage } from '../support/builders/payment.ts'
import { ok, type Persona } from '../support/personas.ts'
import { printLedger, printTable } from '../support/print-ledger.ts'

describe('two cards that fail, and are mended by those whose they are', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let baker: Persona, careful: Persona, refused: Persona, florist: Persona
  let asTheyWere: unknown

  const shareIdOf = async (owner: Persona): Promise<string> => (await getMission(owner, running.missionId)).my!.shareId
  const statesOf = async () =>
    (await Promise.all(running.owners.map((owner) => getMission(owner, running.missionId)))).map(({ my }) => my!.state)
  const told = async (owner: Persona): Promise<string[]> =>
    (ok(await owner.get('/notifications?limit=100')).body.items as { kind: string }[]).map(({ kind }) => kind)
  /** Everything of a firm that a rival's trouble could have touched: what it is told, its share, its entries, its letters. */
  const allOf = async (owner: Persona) => {
    const shareId = await shareIdOf(owner)
    const entries = await ledger.entriesOf([running.missionId])
    return {
      told: (await told(owner)).filter((kind) => kind.startsWith('share.')),
      share: (await getMission(owner, running.missionId)).my,
      entries: entries.filter((entry) => entry.refs.shareId === shareId && entry.type === 'charge'),
      letters: (await app.mails()).filter((mail) => mail.to === owner.email).map((mail) => mail.id),
    }
  }
  const printShares = async (title: string): Promise<void> => {
    const shares = await Promise.all(running.owners.map(async (owner) => getShare(owner, await shareIdOf(owner))))
    printTable(
      title,
      shares.map(({ firm, grossMinor, state, failure, card }) => ({
        entreprise: firm.name,
        TTC: formatEuros(grossMinor),
        état: state,
        raison: failure?.code ?? '',
        carte: card ? `${card.brand} ${card.last4}` : '',
      })),
    )
  }

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 4, cards: [cards.good, cards.asksItsBankEachTime, cards.refusedWhenCharged] })
    ;[baker, careful, refused, florist] = running.owners as [Persona, Persona, Persona, Persona]
  }, 120_000)

  it('at the award two firms pay, one has to ask its bank, one is refused: each of the two is told, and nobody else', async () => {
    expect(await statesOf()).toEqual(['paid', 'requires_action', 'dunning', 'paid'])
    expect((await getMission(baker, running.missionId)).state).toBe('collecting')
    for (const owner of [careful, refused]) expect(await told(owner)).toContain('share.failed')
    for (const owner of [baker, florist]) expect(await told(owner)).not.toContain('share.failed')
    asTheyWere = await Promise.all([baker, florist].map(allOf))
    await printShares('Au lendemain du choix')
    await expectBooksToBalance(app)
  })

  it('the one confirms at its bank, with the same card', async () => {
    const shareId = await shareIdOf(careful)
    const bank = await pageToPay(careful, shareId)
    expect(bank).toContain('/3ds/')
    await answerBank(bank, 'approve')
    expect(ok(await careful.post(`/shares/${shareId}/refresh`)).body).toMatchObject({ state: 'paid', paidShares: 3 })
    expect((await getMission(baker, running.missionId)).state).toBe('collecting')
  })

  it('the other pays with another card, and the last payment starts the mission', async () => {
    expect(await payOnPage(refused, await shareIdOf(refused))).toMatchObject({ state: 'paid', paidShares: 4 })
    await app.drain()
    expect((await getMission(baker, running.missionId)).state).toBe('active')
    await printShares('Une fois réparées')
  })

  it('those who had paid were not touched: no second charge, no word, no entry', async () => {
    const withoutStart = await Promise.all([baker, florist].map(allOf))
    expect(withoutStart).toEqual(asTheyWere)
    const taken = Object.values(app.stripe!.control.dump().charges).filter((charge) => charge.status === 'succeeded')
    const owed = await Promise.all(running.owners.map(async (owner) => (await getMission(owner, running.missionId)).my!.grossMinor))
    expect(taken.map((charge) => charge.amount).sort()).toEqual(owed.sort())
  })

  it('and the mended money is released like the rest, each part from the charge of its own firm', async () => {
    const milestone = await deliver(app, running)
    for (const owner of [baker, careful, refused])
      ok(await owner.post(`/missions/${running.missionId}/milestones/${milestone.id}/acceptance`))
    await app.drain()
    const { charges, transfers } = app.stripe!.control.dump()
    const sent = Object.values(transfers)
    expect(sent).toHaveLength(4)
    for (const { source_transaction, metadata } of sent)
      expect(charges[String(source_transaction)]!.metadata.shareId).toBe(metadata.shareId)
    await printLedger(running.missionId)
    await expectBooksToBalance(app)
  })
})
