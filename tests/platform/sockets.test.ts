import { leaveTopic } from '@mutuo/server/platform/realtime/end-access.ts'
import { publishChange, publishMessages, publishTyping } from '@mutuo/server/platform/realtime/publish-change.ts'
import { sessions } from '@mutuo/server/platform/http/sessions.ts'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { openSocket } from '../support/client/socket-client.ts'
import { signedIn } from './example/a-client.ts'
import { notesModule } from './example/notes.module.ts'
import { nina, omar } from './example/people.ts'

const group = newId()
const message = (roomId: string, seq: number): MessageView => ({
  id: newId(),
  roomId,
  seq,
  text: `n° ${seq}`,
  at: new Date(0).toISOString(),
  isDeleted: false,
})

describe('sockets', () => {
  const app = testApp({ modules: [notesModule] })

  describe('the handshake', () => {
    it.each([
      ['another site', 'https://evil.example'],
      ['a site whose name begins like ours', () => `${app.url}.evil.example`],
      ['a page without an origin', 'null'],
      ['what sends no origin at all', null],
    ])('refuses %s, though it has the cookie', async (_, origin) => {
      const cookie = (await signedIn(app)).cookie()
      const given = typeof origin === 'function' ? origin() : origin
      await expect(openSocket(app.url, cookie, { origin: given })).rejects.toThrow()
      await expect(openSocket(app.url, cookie, { origin: given, transports: ['polling'] })).rejects.toThrow()
    })

    it('refuses who is not signed in', async () => {
      await expect(app.client().socket()).rejects.toThrow('SIGNED_OUT')
    })

    it('lets a signed-in person in, by WebSocket and by polling', async () => {
      const client = await signedIn(app)
      expect((await client.socket()).raw.connected).toBe(true)
      const polling = await openSocket(app.url, client.cookie(), { transports: ['polling'] })
      expect(polling.raw.connected).toBe(true)
      polling.close()
    })
  })

  describe('a topic', () => {
    it('is heard by who may follow it, and by nobody else', async () => {
      const member = await (await signedIn(app)).socket()
      const outsider = await (await signedIn(app, omar)).socket()
      expect(await member.ask('follow', { topics: [`group:${group}`] })).toEqual({ ok: true, refused: [] })
      expect(await outsider.ask('follow', { topics: [`group:${group}`] })).toEqual({ ok: true, refused: [`group:${group}`] })
      const need = newId()
      publishChange(`group:${group}`, { entity: 'need', id: need })
      expect(await member.heard('changed')).toEqual({ topic: `group:${group}`, entity: 'need', id: need })
      await outsider.hearsNo('changed')
    })

    it('of another person cannot be followed, one’s own is heard unasked', async () => {
      const own = await (await signedIn(app)).socket()
      const other = await (await signedIn(app, omar)).socket()
      expect(await other.ask('follow', { topics: [`user:${nina.userId}`] })).toMatchObject({ refused: [`user:${nina.userId}`] })
      publishChange(`user:${nina.userId}`, { entity: 'notification', id: newId() })
      await own.heard('changed')
      await other.hearsNo('changed')
    })

    it('is left by who was removed', async () => {
      const member = await (await signedIn(app)).socket()
      await member.ask('follow', { topics: [`group:${group}`] })
      leaveTopic({ userId: nina.userId }, `group:${group}`)
      publishChange(`group:${group}`, { entity: 'need', id: newId() })
      await member.hearsNo('changed')
    })
  })

  describe('a room', () => {
    it('gets the messages of one moment as one frame, in their order, with its head', async () => {
      const room = newId()
      const member = await (await signedIn(app)).socket()
      const { io } = { io: (await import('@mutuo/server/platform/realtime/socket-server.ts')).socketServer()! }
      io.in(`user:${nina.userId}`).socketsJoin(`room:${room}`)
      for (const seq of [1, 2, 3]) publishMessages(room, { head: seq, messages: [message(room, seq)] })
      const batch = await member.heard('messages')
      expect(batch.head).toBe(3)
      expect(batch.messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(member.all('messages')).toHaveLength(1)
    })

    it('does not show to who types that they type', async () => {
      const room = newId()
      const [typist, reader] = [await (await signedIn(app)).socket(), await (await signedIn(app, omar)).socket()]
      const { socketServer } = await import('@mutuo/server/platform/realtime/socket-server.ts')
      for (const { userId } of [nina, omar]) socketServer()!.in(`user:${userId}`).socketsJoin(`room:${room}`)
      publishTyping(room, { userId: nina.userId, name: nina.name })
      expect(await reader.heard('typing')).toEqual({ roomId: room, userId: nina.userId, name: 'Nina' })
      await typist.hearsNo('typing')
    })
  })

  describe('a packet', () => {
    it.each([
      ['nothing', undefined],
      ['a number', 7],
      ['a text', 'group:1'],
      ['an empty list', { topics: [] }],
      ['a topic that is none', { topics: ['bank:1'] }],
      ['too many topics', { topics: Array.from({ length: 51 }, () => `group:${newId()}`) }],
      ['more than was asked for', { topics: [`group:${group}`], admin: true }],
    ])('that holds %s is refused with the body of HTTP', async (_, value) => {
      const socket = await (await signedIn(app)).socket()
      expect(await socket.ask('follow', value)).toMatchObject({ ok: false, problem: { status: 400, code: 'INVALID_INPUT' } })
    })

    it('gets a refusal or a bug acknowledged, and the process lives on', async () => {
      const socket = await (await signedIn(app)).socket()
      const endingIn = (sign: string) => newId().slice(0, -1) + sign
      expect(await socket.ask('typing', { roomId: endingIn('d') })).toMatchObject({
        ok: false,
        problem: { code: 'ROOM_READ_ONLY', status: 409 },
      })
      expect(await socket.ask('typing', { roomId: endingIn('e') })).toMatchObject({ ok: false, problem: { code: 'INTERNAL', status: 500 } })
      expect(await socket.ask('typing', { roomId: endingIn('f') })).toEqual({ ok: true })
      expect(await socket.ask('unheardOf', {})).toMatchObject({ ok: false, problem: { code: 'NOT_FOUND' } })
    })

    it('without an acknowledgement is no harm', async () => {
      const socket = await (await signedIn(app)).socket()
      ;(socket.raw as unknown as { emit(...values: unknown[]): void }).emit('follow', { topics: 7 }, 'not a function')
      expect(await socket.ask('typing', { roomId: newId().slice(0, -1) + 'a' })).toEqual({ ok: true })
    })

    it('that is too large ends its socket only', async () => {
      const [large, other] = [await (await signedIn(app)).socket(), await (await signedIn(app, omar)).socket()]
      large.raw.emit('typing', { roomId: 'x'.repeat(20_000) }, () => undefined)
      await large.closed()
      expect(other.raw.connected).toBe(true)
    })
  })

  describe('a socket', () => {
    it('ends with its session: at sign-out, and when another device ends it', async () => {
      const [first, second] = [await signedIn(app), await signedIn(app)]
      const [one, two] = [await first.socket(), await second.socket()]
      await first.delete('/session')
      await one.closed(1_000)
      expect(two.raw.connected).toBe(true)
      await sessions.endAllOf(nina.userId)
      expect(await two.heard('ended', undefined, 1_000)).toEqual({ reason: 'revoked' })
      await two.closed(1_000)
      expect((await second.get('/own')).status).toBe(401)
    })
  })
})
