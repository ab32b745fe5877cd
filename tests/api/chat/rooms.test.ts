import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { testApp } from '../../support/app.ts'
import { aDraftPledge, anOpenNeed } from '../../support/builders/need.ts'
import { aFreelancer, aGroupWithMembers, anSmeOwner, joinByLink, ok, type Group, type Persona } from '../../support/personas.ts'

describe('rooms', () => {
  const app = testApp()
  let group: Group
  let baker: Persona, florist: Persona
  const roomsOf = async (who: Persona, subjectId?: string) =>
    ok(await who.get(`/rooms${subjectId ? `?subjectId=${subjectId}` : ''}`)).body.items as RoomCard[]
  const groupRoom = async (who: Persona) => (await roomsOf(who, group.id))[0]!
  const say = (who: Persona, roomId: string, text: string, clientId: string = crypto.randomUUID()) =>
    who.post(`/rooms/${roomId}/messages`, { clientId, text })
  const slice = async (who: Persona, roomId: string, query = '') =>
    ok(await who.get(`/rooms/${roomId}/messages${query}`)).body as { messages: MessageView[]; head: number; upTo: number }

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 2)
    ;[baker, florist] = group.owners as [Persona, Persona]
  }, 60_000)
  afterAll(() => setClock(systemClock))

  it('a group has one, read by its firms and its association, which exists for nobody else', async () => {
    const room = await groupRoom(baker)
    expect(room).toMatchObject({ audience: 'with_association', subject: 'group' })
    expect(room.readers.map(({ id }) => id).sort()).toEqual([baker, florist, group.association].map((one) => one.organisationId).sort())
    const outsider = await anSmeOwner(app)
    for (const answer of [
      await outsider.get(`/rooms/${room.id}`),
      await outsider.get(`/rooms/${room.id}/messages`),
      await say(outsider, room.id, 'Bonjour'),
      await outsider.post(`/rooms/${room.id}/read`, { seq: 1 }),
    ])
      expect(answer.status).toBe(404)
    expect(await roomsOf(outsider)).toEqual([])
  })

  it('a hundred sends of one message are one message, also a day later', async () => {
    const { id } = await groupRoom(baker)
    const clientId = crypto.randomUUID()
    const answers = await Promise.all(Array.from({ length: 25 }, () => say(baker, id, 'Bonjour à tous', clientId)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(new Set(answers.map(({ body }) => body.seq)).size).toBe(1)
    setClock(() => new Date(Date.now() + 24 * 3600 * 1000))
    expect(ok(await say(baker, id, 'Bonjour à tous', clientId)).body).toEqual(answers[0]!.body)
    setClock(systemClock)
    expect((await slice(florist, id)).messages.filter(({ text }) => text === 'Bonjour à tous')).toHaveLength(1)
  })

  it('what many write at once has one order without a gap', async () => {
    const { id, head } = await groupRoom(baker)
    const writers = [baker, florist, group.association]
    await Promise.all(Array.from({ length: 15 }, async (_, n) => ok(await say(writers[n % 3]!, id, `Message ${n}`))))
    const seen = await slice(florist, id, `?after=${head}&limit=200`)
    expect(seen.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 15 }, (_, n) => head + n + 1))
    expect(seen).toMatchObject({ head: head + 15, upTo: head + 15 })
    expect(await slice(baker, id, `?before=${head + 3}&limit=2`)).toMatchObject({
      messages: [{ seq: head + 1 }, { seq: head + 2 }],
      upTo: head + 2,
    })
  })

  it('counts what a person has not read, on all devices, and never backwards', async () => {
    const { id, head } = await groupRoom(florist)
    const reads = await Promise.all([head - 2, head, head - 1].map((seq) => florist.post(`/rooms/${id}/read`, { seq })))
    expect(reads.map(({ status }) => status)).toEqual([200, 200, 200])
    ok(await say(baker, id, 'Encore un mot'))
    expect(await groupRoom(florist)).toMatchObject({ readSeq: head, unread: 1 })
    ok(await florist.post(`/rooms/${id}/read`, { seq: 1_000_000 }))
    expect(await groupRoom(florist)).toMatchObject({ readSeq: head + 1, unread: 0 })
  })

  it('one mends or takes back one’s own words for a quarter of an hour; nobody else does', async () => {
    const { id } = await groupRoom(baker)
    const { body: message } = ok(await say(baker, id, 'Le code est 1234'))
    const path = `/rooms/${id}/messages/${message.id}`
    expect((await florist.patch(path, { text: 'Faux' })).body.code).toBe('NOT_YOUR_MESSAGE')
    expect(ok(await baker.patch(path, { text: 'Le code est 4321' })).body).toMatchObject({
      text: 'Le code est 4321',
      editedAt: expect.any(String),
    })
    const [taken, mended] = await Promise.all([baker.delete(path), baker.patch(path, { text: 'Le code est 9999' })])
    expect(taken.status).toBe(200)
    expect([200, 409]).toContain(mended.status)
    const last = (await slice(florist, id)).messages.at(-1)!
    expect(last).toMatchObject({ id: message.id, isDeleted: true, text: '' })
    expect(JSON.stringify(await roomsOf(florist))).not.toMatch(/4321|9999/)
    const { body: old } = ok(await say(baker, id, 'Bientôt trop tard'))
    setClock(() => new Date(Date.now() + 16 * 60_000))
    expect((await baker.patch(`/rooms/${id}/messages/${old.id}`, { text: 'Trop tard' })).body.code).toBe('MESSAGE_TOO_OLD')
    setClock(systemClock)
  })

  it('a name in a message tells that firm, and an answer goes only to what was said in the room', async () => {
    const { id } = await groupRoom(baker)
    ok(await say(baker, id, `Merci @${florist.organisationName} pour l’accueil`))
    await app.drain()
    const { items } = ok(await florist.get('/notifications')).body
    expect(items).toContainEqual(expect.objectContaining({ kind: 'room.mention', path: `/salons/${id}` }))
    const other = await baker.post(`/rooms/${id}/messages`, { clientId: crypto.randomUUID(), text: 'Oui', replyTo: group.id })
    expect(other.status).toBe(404)
  })

  it('of a need: those at its table, who come and go; it closes when the need is cancelled', async () => {
    const need = await anOpenNeed(baker, group.id)
    const late = await anSmeOwner(app)
    await joinByLink(group.association, group.id, [late])
    await app.drain()
    expect(await roomsOf(florist, need.id)).toEqual([])
    const pledge = await aDraftPledge(florist, need.id)
    await app.drain()
    const [room] = await roomsOf(florist, need.id)
    ok(await say(florist, room!.id, 'Je viens aussi'))
    expect((await late.get(`/rooms/${room!.id}/messages`)).status).toBe(404)
    ok(await florist.post(`/pledges/${pledge.id}/withdrawal`, { version: pledge.version }))
    await app.drain()
    expect((await florist.get(`/rooms/${room!.id}/messages`)).status).toBe(404)
    ok(await baker.post(`/needs/${need.id}/cancellation`, { reason: 'Plus besoin' }))
    await app.drain()
    expect((await say(baker, room!.id, 'Dommage')).body.code).toBe('ROOM_READ_ONLY')
    expect(ok(await baker.get(`/rooms/${room!.id}`)).body).toMatchObject({ canWrite: false, cannotWriteBecause: 'ROOM_READ_ONLY' })
  })

  it('a firm that is suspended reads nothing more, a firm that comes back reads again; a freelancer has none', async () => {
    const room = await groupRoom(florist)
    const { members } = ok(await group.association.get(`/groups/${group.id}`)).body
    const { membershipId } = members.find((member: { firm: { id: string } }) => member.firm.id === florist.organisationId)
    ok(await group.association.post(`/groups/${group.id}/memberships/${membershipId}/suspension`, { reason: 'Absence' }))
    await app.drain()
    expect((await florist.get(`/rooms/${room.id}/messages`)).status).toBe(404)
    ok(await group.association.post(`/groups/${group.id}/memberships/${membershipId}/restoration`))
    await app.drain()
    ok(await florist.get(`/rooms/${room.id}/messages`))
    expect(await roomsOf(await aFreelancer(app))).toEqual([])
  })
})
