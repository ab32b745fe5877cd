import { testApp } from '../support/app.ts'
import type { LiveSocket } from '../support/client/socket-client.ts'
import { aGroupWithMembers, anSmeOwner, ok, type Group, type Persona } from '../support/personas.ts'

describe('what is heard in a room', () => {
  const app = testApp()
  let group: Group
  let roomId: string
  let baker: LiveSocket, florist: LiveSocket, outsider: LiveSocket
  const topics = () => ({ topics: [`room:${roomId}`] })
  const message = (text: string) => ({ roomId, clientId: crypto.randomUUID(), text })
  const says = (text: string) => (batch: { messages: { text: string }[] }) => batch.messages.some((one) => one.text === text)

  beforeAll(async () => {
    group = await aGroupWithMembers(app, 2)
    roomId = ok(await group.owners[0]!.get('/rooms')).body.items[0].id
    const stranger = await anSmeOwner(app)
    ;[baker, florist, outsider] = (await Promise.all([...group.owners, stranger].map((one) => one.socket()))) as [
      LiveSocket,
      LiveSocket,
      LiveSocket,
    ]
    for (const socket of [baker, florist, outsider]) await socket.ask('follow', topics())
  }, 60_000)

  it('a reader hears each message with its place, an outsider is refused and hears nothing', async () => {
    expect(await outsider.ask('follow', topics())).toMatchObject({ ok: true, refused: [`room:${roomId}`] })
    const sent = message('Bonjour à tous')
    const answers = [await baker.ask('sendMessage', sent), await baker.ask('sendMessage', sent)]
    expect(answers[1]).toEqual(answers[0])
    const batch = await florist.heard('messages', says('Bonjour à tous'))
    expect(batch).toMatchObject({
      roomId,
      messages: [expect.objectContaining({ author: expect.objectContaining({ name: expect.any(String) }) })],
    })
    expect(batch.head).toBe(batch.messages.at(-1)!.seq)
    await outsider.hearsNo('messages')
    expect(await outsider.ask('sendMessage', message('Moi aussi'))).toMatchObject({
      ok: false,
      problem: { code: 'NOT_FOUND', status: 404 },
    })
  })

  it('who writes is seen by the others, not by outsiders, who may not pretend either', async () => {
    await baker.ask('typing', { roomId })
    expect(await florist.heard('typing')).toMatchObject({ roomId, userId: group.owners[0]!.userId })
    expect(await outsider.ask('typing', { roomId })).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } })
    await outsider.hearsNo('typing')
  })

  it('a message that was mended or taken back is heard as it is now', async () => {
    const [owner] = group.owners as [Persona, Persona]
    const { body } = ok(await owner.post(`/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), text: 'Mardi' }))
    ok(await owner.patch(`/rooms/${roomId}/messages/${body.id}`, { text: 'Mercredi' }))
    await florist.heard('messages', says('Mercredi'))
    ok(await owner.delete(`/rooms/${roomId}/messages/${body.id}`))
    await florist.heard('messages', (batch) => batch.messages.some((one) => one.id === body.id && one.isDeleted))
    await outsider.hearsNo('messages')
  })

  it('what was read on one device is known on the person’s others, and is nobody else’s business', async () => {
    const other = await group.owners[0]!.socket()
    await baker.ask('markRead', { roomId, seq: 1 })
    await other.heard('changed', (change) => change.entity === 'room' && change.id === roomId && change.topic.startsWith('user:'))
    await florist.hearsNo('changed', (change) => change.topic.startsWith('user:'))
  })

  it('who lost its place hears nothing more, although it goes on listening', async () => {
    const [stays, leaves] = group.owners as [Persona, Persona]
    const { members } = ok(await group.association.get(`/groups/${group.id}`)).body
    const { membershipId } = members.find((member: { firm: { id: string } }) => member.firm.id === leaves.organisationId)
    ok(await group.association.post(`/groups/${group.id}/memberships/${membershipId}/suspension`, { reason: 'Absence' }))
    await app.drain()
    await new Promise((resolve) => setTimeout(resolve, 300))
    ok(await stays.post(`/rooms/${roomId}/messages`, { clientId: crypto.randomUUID(), text: 'Entre nous' }))
    await baker.heard('messages', says('Entre nous'))
    await florist.hearsNo('messages', says('Entre nous'))
    expect(await florist.ask('follow', topics())).toMatchObject({ refused: [`room:${roomId}`] })
  })
})
