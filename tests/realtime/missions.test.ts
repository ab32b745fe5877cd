import type { Change } from '@mutuo/shared/realtime/contract.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import type { LiveSocket } from '../support/client/socket-client.ts'
import { acceptContract, anAwardedMission, deliver, type Running } from '../support/builders/mission.ts'
import { anSmeOwner, enrol, ok, type Persona, smeOwners } from '../support/personas.ts'

describe('what people hear of a mission', () => {
  const app = testApp({ stripe: true })
  let running: Running
  let firm: LiveSocket, desk: LiveSocket, freelancer: LiveSocket, loser: LiveSocket, outsider: LiveSocket
  const topic = () => `mission:${running.missionId}` as const
  const follow = async (who: Persona, isParty: boolean): Promise<LiveSocket> => {
    const socket = await who.socket()
    expect(await socket.ask('follow', { topics: [topic()] })).toMatchObject({ refused: isParty ? [] : [topic()] })
    return socket
  }
  const isHere = (change: Change) => change.topic === topic()
  const parties = () => [firm, desk, freelancer]
  /** Every party hears at least one change of the mission after this. */
  const allHear = async (act: () => Promise<unknown>, fits: (change: Change) => boolean = isHere): Promise<void> => {
    const before = parties().map((socket) => socket.all('changed').filter(fits).length)
    await act()
    await app.drain()
    await new Promise((resolve) => setTimeout(resolve, 200))
    parties().forEach((socket, at) => expect(socket.all('changed').filter(fits).length).toBeGreaterThan(before[at]!))
  }

  beforeAll(async () => {
    running = await anAwardedMission(app, { firms: 3 })
    firm = await follow(running.owners[2]!, true)
    desk = await follow(running.association, true)
    freelancer = await follow(running.bidders[0]!, true)
    loser = await follow(running.bidders[1]!, false)
    outsider = await follow(await anSmeOwner(app), false)
  }, 120_000)

  it('a firm to which a share is proposed hears of it, and its parties that it is; nobody else does', async () => {
    const { owners, missionId, id } = running
    const [taker] = await smeOwners(app, 1)
    await enrol(id, [taker!])
    const socket = await taker!.socket()
    const isOffer = (change: Change) => change.entity === 'share_offer'
    const { my } = ok(await owners[0]!.get(`/missions/${missionId}`)).body
    await allHear(async () => ok(await owners[0]!.post(`/shares/${my.shareId}/proposal`, { firmId: taker!.organisationId })))
    expect(await socket.heard('changed', isOffer)).toMatchObject({ topic: `organisation:${taker!.organisationId}` })
    await allHear(async () => ok(await owners[0]!.delete(`/shares/${my.shareId}/proposal`)))
    for (const other of [loser, outsider]) await other.hearsNo('changed', (change) => isHere(change) || isOffer(change), 100)
    socket.close()
  })

  it('its parties hear a delivery, an acceptance and where the money went; neither who lost the vote nor an outsider does', async () => {
    let milestoneId = ''
    await allHear(async () => (milestoneId = (await deliver(app, running)).id))
    await allHear(() => running.owners[0]!.post(`/missions/${running.missionId}/milestones/${milestoneId}/acceptance`))
    await allHear(
      () => running.owners[1]!.post(`/missions/${running.missionId}/milestones/${milestoneId}/acceptance`),
      (change) => isHere(change) && change.entity === 'money',
    )
    for (const socket of [loser, outsider]) await socket.hearsNo('changed', isHere)
  })

  it('its parties hear that the contract is accepted, and each word on an amendment; nobody else does', async () => {
    const { missionId, owners, bidders } = running
    await allHear(() => acceptContract(owners[2]!, missionId))
    const last = ok(await bidders[0]!.get(`/missions/${missionId}`)).body.milestones.at(-1)
    const id = newId()
    const changes = [{ kind: 'date', milestoneId: last.id, dueOn: '2031-05-01' }]
    const { password } = bidders[0]!
    await allHear(async () =>
      ok(await bidders[0]!.post(`/missions/${missionId}/amendments`, { id, reason: 'Plus tard', changes, password })),
    )
    await allHear(async () => ok(await owners[0]!.post(`/missions/${missionId}/amendments/${id}/refusal`, { reason: 'Non' })))
    for (const socket of [loser, outsider]) await socket.hearsNo('changed', isHere)
  })

  it('without an amount nor a firm in what is said', async () => {
    const said = JSON.stringify(parties().flatMap((socket) => socket.all('changed').filter(isHere)))
    for (const owner of running.owners) expect(said).not.toContain(owner.organisationId)
    expect(said).not.toMatch(/minor/i)
  })

  it('the freelancer hears of its payouts on every page', async () => {
    const isPayout = (change: Change) => change.entity === 'payout' && change.topic === `organisation:${running.bidders[0]!.organisationId}`
    expect(await freelancer.heard('changed', isPayout)).toMatchObject({ id: running.missionId })
    for (const socket of [firm, desk, loser]) await socket.hearsNo('changed', (change) => change.entity === 'payout', 100)
  })

  it('and that it is cancelled, with the need that it was for', async () => {
    const { version } = ok(await running.association.get(`/missions/${running.missionId}`)).body
    const needTopic = `need:${running.need.id}` as const
    await firm.ask('follow', { topics: [needTopic] })
    await allHear(() => running.association.post(`/missions/${running.missionId}/cancellation`, { version, reason: 'Fin' }))
    await firm.heard('changed', (change) => change.topic === needTopic && change.entity === 'need')
    await outsider.hearsNo('changed', isHere)
  })
})
