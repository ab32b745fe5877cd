import { groupMigrations } from '@mutuo/server/modules/groups/group.migrations.ts'
import { missionMigrations } from '@mutuo/server/modules/missions/mission.migrations.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import { testApp } from '../../support/app.ts'
import { getLeaving } from '../../support/builders/drop-out.ts'
import { anAwardedMission, getMission, type Running } from '../../support/builders/mission.ts'
import { ok, type Persona } from '../../support/personas.ts'

const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
const inDays = (days: number) => parisDay.format(Date.now() + days * 24 * 3600 * 1000)

describe('a notice lasts as long as the charter says', () => {
  const app = testApp({ stripe: true })
  let mission: Running
  let leaving: Persona
  const clauses = async () => {
    const { clauses: said } = ok(await leaving.get(`/missions/${mission.missionId}/contract`)).body as ContractView
    return said.flatMap(({ paragraphs }) => paragraphs).join(' ')
  }
  const noticeEnds = async () => {
    const { shareId } = (await getMission(leaving, mission.missionId)).my!
    return (await getLeaving(leaving, shareId)).afterNotice.endsOn
  }

  beforeAll(async () => {
    mission = await anAwardedMission(app, { charter: { noticeDays: 15 } })
    leaving = mission.owners[1]!
  }, 120_000)

  it('in the contract, and for the firm that leaves', async () => {
    expect(await clauses()).toContain('préavis de 15 jours')
    expect(await noticeEnds()).toBe(inDays(15))
  })

  it('a mission has the notice of its award: a charter that changes later is for later ones', async () => {
    const group = ok(await mission.association.get(`/groups/${mission.id}`)).body as { version: number; rules: object }
    ok(await mission.association.patch(`/groups/${mission.id}`, { version: group.version, rules: { ...group.rules, noticeDays: 60 } }))
    expect(await noticeEnds()).toBe(inDays(15))
  })

  it('is thirty days in what was agreed before the charter said it, and nobody signs again', async () => {
    const db = app.database.db()
    const forget = { $unset: { 'rules.noticeDays': '' as const } }
    const before = await db.collection<{ _id: string; charterVersion: number }>('groups').findOne({ _id: mission.id })
    await db.collection<{ _id: string }>('groups').updateOne({ _id: mission.id }, forget)
    await db.collection<{ _id: string }>('missions').updateOne({ _id: mission.missionId }, forget)
    await db.collection('contracts').updateMany({ missionId: mission.missionId }, { $unset: { 'content.rules.noticeDays': '' } })
    const migrations = [...groupMigrations, ...missionMigrations]
    for (const migration of [...migrations, ...migrations]) await migration.run(db as never)
    expect(await clauses()).toContain('préavis de 30 jours')
    expect(await noticeEnds()).toBe(inDays(30))
    const group = ok(await mission.association.get(`/groups/${mission.id}`)).body
    expect(group).toMatchObject({ rules: { noticeDays: 30 }, charterVersion: before!.charterVersion })
  })
})
