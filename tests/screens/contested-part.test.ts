import { anAwardedMission, deliver, type Running } from '../support/builders/mission.ts'
import { expectBooksToBalance } from '../support/books.ts'
import { onBothDevices } from '../e2e/support/on-both-devices.ts'
import { milestone } from '../e2e/support/pages/missions.ts'
import type { Person } from '../e2e/support/person.ts'

onBothDevices('a firm contests its part of what was delivered', 'contested-part', (stage, on) => {
  let running: Running
  let baker: Person
  let title: string

  stage.scene('a milestone is delivered', async () => {
    running = await anAwardedMission(stage.app, { firms: 3 })
    title = (await deliver(stage.app, running)).title
    baker = await stage.seat(running.owners[0]!, on)
    await baker.goTo(`/missions/${running.missionId}`)
    await milestone(baker, title).waitFor()
    await baker.look('mission-livree')
    await expectBooksToBalance(stage.app)
  })
})
