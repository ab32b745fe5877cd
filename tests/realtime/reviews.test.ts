import type { Change } from '@mutuo/shared/realtime/contract.ts'
import { testApp } from '../support/app.ts'
import { aFinishedMission, ofFreelancer, ofGroup, review, type Finished } from '../support/builders/review.ts'
import type { LiveSocket } from '../support/client/socket-client.ts'
import { anSmeOwner, ok } from '../support/personas.ts'

describe('what people hear of reviews', () => {
  const app = testApp()
  let mission: Finished
  let firm: LiveSocket, freelancer: LiveSocket, outsider: LiveSocket
  const isReview = (change: Change) => change.entity === 'review'
  const topic = () => `mission:${mission.missionId}` as const
  beforeAll(async () => {
    mission = await aFinishedMission(app, { firms: 2 })
    ;[firm, freelancer, outsider] = (await Promise.all([
      mission.owners[1]!.socket(),
      mission.freelancer.socket(),
      (await anSmeOwner(app)).socket(),
    ])) as [LiveSocket, LiveSocket, LiveSocket]
    for (const socket of [firm, freelancer, outsider]) await socket.ask('follow', { topics: [topic()] })
  }, 60_000)

  it('parties hear that one is in, not whose, and nobody else hears anything', async () => {
    ok(await review(mission.owners[0]!, mission.missionId, ofFreelancer(1)))
    await app.drain()
    for (const socket of [firm, freelancer])
      expect(await socket.heard('changed', isReview)).toEqual({ topic: topic(), entity: 'review', id: mission.missionId })
    await outsider.hearsNo('changed', isReview)
  })

  it('the freelancer hears on every page that one about it is out', async () => {
    const isOut = (change: Change) => isReview(change) && change.topic === `organisation:${mission.freelancer.organisationId}`
    await freelancer.hearsNo('changed', isOut, 100)
    ok(await review(mission.freelancer, mission.missionId, ofGroup()))
    await app.drain()
    await freelancer.heard('changed', isOut)
    const said = JSON.stringify(freelancer.all('changed').filter(isReview))
    for (const owner of mission.owners) expect(said).not.toContain(owner.organisationId)
  })
})
