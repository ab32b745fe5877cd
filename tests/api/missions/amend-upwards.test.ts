import type { AmendmentChange, AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { missions } from '@mutuo/server/modules/missions/index.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../../support/app.ts'
import { expectBooksToBalance } from '../../support/books.ts'
import { anAwardedMission, getMission, type Running } from '../../support/builders/mission.ts'
import { ok, type Persona } from '../../support/personas.ts'

describe('an amendment that raises what firms pay', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let baker: Persona, florist: Persona, freelancer: Persona

  const path = () => `/missions/${running.missionId}/amendments`
  const steps = async (who = freelancer) => (await getMission(who, running.missionId)).milestones
  const propose = async (who: Persona, changes: AmendmentChange[]) =>
    ok(await who.post(path(), { id: newId(), reason: 'Une rue de plus', changes, password: who.password })).body as AmendmentView
  const approve = async (who: Persona, { id }: AmendmentView) =>
    ok(await who.post(`${path()}/${id}/approval`, { password: who.password })).body as AmendmentView
  const latest = async (who = freelancer) => (ok(await who.get(path())).body.items as AmendmentView[])[0]!

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 3 })
    ;[baker, florist] = running.owners as [Persona, Persona]
    freelancer = running.bidders[0]!
  }, 120_000)

  it('charges each firm the difference on its card, and applies with the last payment', async () => {
    const [, second] = await steps()
    const before = await getMission(baker, running.missionId)
    const amendment = await propose(freelancer, [{ kind: 'price', milestoneId: second!.id, netMinor: second!.amountMinor! + 30_000 }])
    await approve(baker, amendment)
    expect((await approve(florist, amendment)).state).toBe('collecting')
    await app.drain()
    expect((await latest()).state).toBe('applied')
    const after = await getMission(baker, running.missionId)
    expect(after.totalMinor).toBe(before.totalMinor + 30_000)
    expect(after.my!.netMinor).toBe(before.my!.netMinor + 10_000)
    expect((await missions.linesOf([running.missionId])).length).toBe(6)
    await expectBooksToBalance(app)
  })
})
