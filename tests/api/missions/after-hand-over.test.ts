import { chatMigrations } from '@mutuo/server/modules/chat/chat.migrations.ts'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { testApp } from '../../support/app.ts'
import { offersTo, takeOffer } from '../../support/builders/drop-out.ts'
import { anAwardedMission, getMission, type Running } from '../../support/builders/mission.ts'
import { saveCardOnPage } from '../../support/builders/payment.ts'
import { getNeed } from '../../support/builders/need.ts'
import { aFreelancer, anSmeOwner, joinByLink, ok, type Persona } from '../../support/personas.ts'

describe('once a share has changed hands', () => {
  const app = testApp({ stripe: true })
  let mission: Running
  let alone: RoomCard
  let florist: Persona, leaver: Persona, heir: Persona, loser: Persona
  const sees = (need: NeedView) => need.abilities.some(({ move, allowed }) => move === 'seeMission' && allowed)
  const firmsOf = (need: NeedView) => need.firms.map(({ firm }) => firm.id)

  const roomsOf = async (who: Persona, subjectId = mission.missionId) =>
    ok(await who.get(`/rooms?subjectId=${subjectId}`)).body.items as RoomCard[]
  const aloneRoomOf = async (firm: Persona) => (await roomsOf(firm)).find(({ audience }) => audience === 'firm_and_freelancer')!
  const say = (who: Persona, roomId: string, text: string) => who.post(`/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), text })
  const textsIn = async (who: Persona, roomId: string) =>
    (ok(await who.get(`/rooms/${roomId}/messages`)).body.messages as { text: string }[]).map(({ text }) => text).filter(Boolean)

  beforeAll(async () => {
    mission = await anAwardedMission(app, { firms: 3 })
    ;[, florist, leaver] = mission.owners as [Persona, Persona, Persona]
    heir = await anSmeOwner(app, { name: 'Cave du Forez', units: 4 })
    loser = await aFreelancer(app)
    await joinByLink(mission.association, mission.id, [heir])
    await saveCardOnPage(heir)
    alone = await aloneRoomOf(leaver)
    ok(await say(leaver, alone.id, 'Voici mes photos'))
    const { shareId } = (await getMission(leaver, mission.missionId)).my!
    ok(await leaver.post(`/shares/${shareId}/proposal`, { firmId: heir.organisationId }))
    await app.drain()
    await takeOffer(heir, (await offersTo(heir))[0]!.id)
    await app.settled()
  }, 120_000)

  it('the need’s page names the firms that are in now, and leads all of them, the freelancer and the association to the mission', async () => {
    const need = await getNeed(heir, mission.need.id)
    expect(firmsOf(need).sort()).toEqual([heir, ...mission.owners.slice(0, 2)].map(({ organisationId }) => organisationId).sort())
    expect(need.firms.find(({ firm }) => firm.id === heir.organisationId)).toMatchObject({ units: 4, standing: 'engaged' })
    for (const person of [heir, florist, mission.bidders[0]!, mission.association])
      expect(sees(await getNeed(person, mission.need.id))).toBe(true)
    for (const person of [leaver, loser]) expect(sees(await getNeed(person, mission.need.id))).toBe(false)
  })

  it('and so do the cards of needs', async () => {
    const { items } = ok(await florist.get(`/needs?groupId=${mission.id}`)).body as { items: { id: string; marks: { id: string }[] }[] }
    const marks = items.find(({ id }) => id === mission.need.id)!.marks.map(({ id }) => id)
    expect(marks).toContain(heir.organisationId)
    expect(marks).not.toContain(leaver.organisationId)
  })

  it('the former firm and the freelancer keep what they wrote to each other, and neither writes there any more', async () => {
    const freelancer = mission.bidders[0]!
    for (const reader of [leaver, freelancer]) {
      expect(await textsIn(reader, alone.id)).toEqual(['Voici mes photos'])
      expect(ok(await reader.get(`/rooms/${alone.id}`)).body).toMatchObject({ canWrite: false, cannotWriteBecause: 'ROOM_READ_ONLY' })
      expect(await say(reader, alone.id, 'Encore une')).toMatchObject({ status: 409, body: { code: 'ROOM_READ_ONLY' } })
    }
    expect((await roomsOf(leaver)).map(({ id }) => id)).toEqual([alone.id])
  })

  it('who took it over has a room of its own with the freelancer: neither firm reads the other', async () => {
    const own = await aloneRoomOf(heir)
    expect(own.id).not.toBe(alone.id)
    expect(await textsIn(heir, own.id)).toEqual([])
    const [former, successor] = await Promise.all([leaver.socket(), heir.socket()])
    const topics = { topics: [`room:${own.id}`, `room:${alone.id}`] }
    expect(await former.ask('follow', topics)).toMatchObject({ refused: [`room:${own.id}`] })
    expect(await successor.ask('follow', topics)).toMatchObject({ refused: [`room:${alone.id}`] })
    ok(await say(heir, own.id, 'À mon tour'))
    await successor.heard('messages', ({ roomId }) => roomId === own.id)
    await former.hearsNo('messages')
    expect((await heir.get(`/rooms/${alone.id}/messages`)).status).toBe(404)
    expect((await leaver.get(`/rooms/${own.id}/messages`)).status).toBe(404)
  })

  it('the former firm leaves the room of those who joined the need, and the others go on', async () => {
    const [room] = await roomsOf(florist, mission.need.id)
    ok(await say(florist, room!.id, 'Entre nous'))
    expect(room!.readers.map(({ id }) => id)).not.toContain(leaver.organisationId)
    expect(await roomsOf(leaver, mission.need.id)).toEqual([])
    expect(await roomsOf(heir, mission.need.id)).toEqual([])
  })
  it('rooms that were left open before are closed by the migration, which may run again', async () => {
    const rooms = app.database.db().collection<{ _id: string; subjectId: string; readerIds: string[]; isReadOnly: boolean }>('rooms')
    await rooms.updateOne({ _id: alone.id }, { $set: { isReadOnly: false } })
    const table = { subjectId: mission.need.id }
    await rooms.updateOne(table, { $push: { readerIds: leaver.organisationId } })
    for (const migration of [...chatMigrations, ...chatMigrations]) await migration.run(app.database.db() as never)
    expect(await rooms.findOne({ _id: alone.id })).toMatchObject({ isReadOnly: true })
    expect((await rooms.findOne(table))!.readerIds.sort()).toEqual(
      mission.owners
        .slice(0, 2)
        .map(({ organisationId }) => organisationId)
        .sort(),
    )
    const own = await aloneRoomOf(heir)
    expect(ok(await heir.get(`/rooms/${own.id}`)).body).toMatchObject({ canWrite: true })
  })
})
