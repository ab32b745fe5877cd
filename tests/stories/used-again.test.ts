import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { anAwardedMission, deliver, getMission, type Running } from '../support/builders/mission.ts'
import { aReadyPledge, getNeed } from '../support/builders/need.ts'
import { aGroupWithMembers, ok, type Group } from '../support/personas.ts'
import { printLedger, printTable } from '../support/print-ledger.ts'

describe('a mission that went well is done again by another group', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let other: Group
  let again: NeedView

  const rowsOf = ({ content }: NeedView) =>
    content.lots.map((lot) => ({
      lot: lot.title,
      genre: lot.kind,
      clé: lot.kind === 'common' ? lot.shareKey : '',
      cible: lot.targetMinor / 100,
    }))

  beforeAll(async () => {
    ;[running, other] = await Promise.all([
      anAwardedMission(app, { firms: 3 }),
      aGroupWithMembers(app, 3, { name: 'Artisans de la vallée', communeCode: '42187' }),
    ])
  }, 120_000)

  it('each milestone is delivered and accepted, and the books are closed', async () => {
    const { milestones } = await getMission(running.bidders[0]!, running.missionId)
    for (const at of milestones.keys()) {
      const { id } = await deliver(app, running, at)
      for (const owner of running.owners) {
        const answer = await owner.post(`/missions/${running.missionId}/milestones/${id}/acceptance`)
        if (answer.status !== 409) ok(answer)
      }
      await app.settled()
    }
    expect((await getMission(running.bidders[0]!, running.missionId)).state).toBe('completed')
    await expectBooksToBalance(app)
    await printLedger(running.missionId)
  }, 120_000)

  it('the other group starts from its lots, keys, rules and steps, and from nobody’s name or price', async () => {
    const done = await getNeed(running.owners[0]!, running.need.id)
    again = ok(await other.owners[0]!.post(`/needs/${done.id}/clones`, { id: newId(), groupId: other.id })).body as NeedView
    printTable('Le besoin repris', rowsOf(again))
    printTable(
      'Ses étapes',
      again.content.expectedMilestones?.map(({ title, daysAfterStart }) => ({ étape: title, 'jours après le début': daysAfterStart })) ??
        [],
    )
    expect(rowsOf(again)).toEqual(rowsOf(done))
    expect(again.content.expectedMilestones).toHaveLength(3)
    const text = JSON.stringify(again.content)
    for (const { organisationId, organisationName } of [...running.owners, ...running.bidders])
      expect([text.includes(organisationId), text.includes(organisationName)]).toEqual([false, false])
  })

  it('and gathers firms of its own', async () => {
    ok(await other.owners[0]!.post(`/needs/${again.id}/publication`))
    for (const owner of other.owners) await aReadyPledge(owner, again.id)
    await app.drain()
    expect((await getNeed(other.owners[0]!, again.id)).funding).toMatchObject({ firms: 3, isMinimumReached: true })
  }, 60_000)
})
