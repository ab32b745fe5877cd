import { drainEvents, stopDelivery, startDelivery } from '@mutuo/server/platform/events/deliver-events.ts'
import { onEvent } from '@mutuo/server/platform/events/on-event.ts'
import { outboxStore } from '@mutuo/server/platform/events/outbox.store.ts'
import { OutboxModel } from '@mutuo/server/platform/events/outbox.model.ts'
import { AuditModel } from '@mutuo/server/platform/audit/audit.model.ts'
import { findBrokenLink } from '@mutuo/server/platform/audit/append-audit.ts'
import { audit } from '@mutuo/server/platform/audit/audit.ts'
import { requestMail } from '@mutuo/server/platform/mail/request-mail.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import { testApp } from '../support/app.ts'
import { NoteModel } from './example/note.model.ts'
import { heard, notesModule } from './example/notes.module.ts'

const emit = (text: string, key = text) => transaction(async (tx) => tx.emit({ name: 'note.written', key, data: { noteId: key, text } }))
const heardOf = (text: string) => heard.filter((one) => one.text === text)

describe('events', () => {
  const app = testApp({ modules: [notesModule] })

  it('are heard right after their commit, once by each consumer', async () => {
    await emit('once')
    await app.drain()
    expect(heardOf('once')).toHaveLength(1)
    const rows = await OutboxModel.find({ key: 'once' }).lean()
    expect(rows.map(({ state, data }) => ({ state, data }))).toEqual([
      { state: 'done', data: {} },
      { state: 'done', data: {} },
    ])
  })

  it('are heard without waiting for a poll', async () => {
    // Whoever waits for polls, a second apart, hears one event after the other a second apart: the quickest of many tells, on a busy machine too.
    const waits: number[] = []
    for (const text of ['quick 1', 'quick 2', 'quick 3', 'quick 4', 'quick 5', 'quick 6']) {
      const since = performance.now()
      await emit(text)
      while (heardOf(text).length === 0 && performance.now() - since < 5_000) await new Promise((resolve) => setTimeout(resolve, 2))
      expect(heardOf(text)).toHaveLength(1)
      waits.push(performance.now() - since)
    }
    expect(Math.min(...waits.slice(1))).toBeLessThan(700)
  }, 60_000)

  it('of a transaction that fails are not heard', async () => {
    const failing = transaction(async (tx) => {
      tx.emit({ name: 'note.written', key: 'never-was', data: { noteId: 'x', text: 'never-was' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await app.drain()
    expect(heardOf('never-was')).toEqual([])
  })

  it('are delivered on demand in a process that serves nobody', async () => {
    await stopDelivery()
    await emit('on demand')
    await drainEvents()
    expect(heardOf('on demand')).toHaveLength(1)
    startDelivery()
  })

  it('come again, with the same id, when a consumer fails', async () => {
    await emit('fails twice')
    await app.drain()
    expect(heardOf('fails twice')).toHaveLength(3)
    expect(new Set(heardOf('fails twice').map(({ eventId }) => eventId)).size).toBe(1)
  })

  it('are held by the process that wrote them, from their commit on', async () => {
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    onEvent<object>('note.slow', 'notes.wait', () => held)
    await transaction(async (tx) => tx.emit({ name: 'note.slow', key: 'slow', data: {} }))
    const row = await OutboxModel.findOne({ key: 'slow' }).lean()
    expect([row!.state, row!.tries, await outboxStore.claim([row!])]).toEqual(['pending', 1, []])
    letGo()
    await app.drain()
    expect((await OutboxModel.findOne({ key: 'slow' }).lean())!.state).toBe('done')
  })

  it('come again when their holder died after its work and before saying so', async () => {
    await stopDelivery()
    await emit('holder died')
    const row = await OutboxModel.findOne({ key: 'holder died', consumer: 'note.written>notes.remember' }).lean()
    expect(await outboxStore.claim([row!])).toHaveLength(1)
    startDelivery()
    expect(await outboxStore.claim([row!])).toEqual([])
    await OutboxModel.updateOne({ _id: row!._id }, { $set: { leaseUntil: new Date(0) } })
    await app.drain()
    expect(heardOf('holder died')).toHaveLength(1)
  })

  it('are not settled by a holder that lost its lease', async () => {
    await stopDelivery()
    await emit('zombie')
    const row = await OutboxModel.findOne({ key: 'zombie', consumer: 'note.written>notes.remember' }).lean()
    const zombie = await outboxStore.claim([row!])
    await OutboxModel.updateOne({ _id: row!._id }, { $set: { leaseUntil: new Date(0) } })
    const second = await outboxStore.claim([row!])
    expect(await outboxStore.settle(zombie)).toBe(0)
    expect(await outboxStore.settle(second)).toBe(1)
    startDelivery()
    await app.drain()
    expect(heardOf('zombie')).toEqual([])
  })

  it('settled inside the transaction of their consumer change things once', async () => {
    let runs = 0
    onEvent<object>('note.counted', 'notes.count', async (_data, event) => {
      await transaction(async (tx) => {
        await event.settle(tx)
        await NoteModel.insertMany([{ _id: event.id, text: 'counted', by: null }], { session: tx.session })
      })
      runs += 1
      throw new Error('the process dies here')
    })
    await transaction(async (tx) => tx.emit({ name: 'note.counted', key: 'c', data: {} }))
    await app.drain()
    expect(runs).toBe(1)
    expect(await NoteModel.countDocuments({ text: 'counted' })).toBe(1)
  })

  it('of one key come in the order in which they happened', async () => {
    await stopDelivery()
    for (const text of ['first', 'second', 'third']) await emit(text, 'one thing')
    startDelivery()
    await app.drain()
    const order = heard.map(({ text }) => text).filter((text) => ['first', 'second', 'third'].includes(text))
    expect(order).toEqual(['first', 'second', 'third'])
  })

  it('are dead after twelve tries, and say so', async () => {
    await emit('poison')
    await expect(drainEvents()).rejects.toThrow('notes.remember: never')
    expect(heardOf('poison')).toHaveLength(12)
    expect(await outboxStore.deadCount()).toBe(1)
    expect(await outboxStore.revive()).toBe(1)
    await expect(drainEvents()).rejects.toThrow('notes.remember: never')
    expect(heardOf('poison')).toHaveLength(24)
    await OutboxModel.deleteMany({ state: 'dead' })
  })

  describe('that ask for a letter', () => {
    const send = (locale: 'fr' | 'en', name: string) =>
      transaction(async (tx) =>
        requestMail(tx, {
          to: 'nina@example.org',
          locale,
          template: 'notes.greeting',
          params: { name, url: 'http://localhost/notes/1?a=1&b=2' },
        }),
      )

    it('have it written in the language of its reader, as text and as HTML', async () => {
      await send('fr', 'Nina')
      await send('en', 'Nina')
      await app.drain()
      const [french, english] = await app.mails()
      expect(french).toMatchObject({ to: 'nina@example.org', subject: 'Bonjour Nina', template: 'notes.greeting' })
      expect(french!.text).toContain('Lire la note\nhttp://localhost/notes/1?a=1&b=2')
      expect(french!.html).toContain('lang="fr"')
      expect(english!.subject).toBe('Hello Nina')
    })

    it('cannot smuggle in tags or headers', async () => {
      await send('fr', '<script>alert(1)</script>\r\nBcc: all@example.org')
      await app.drain()
      const { html } = (await app.mails()).at(-1)!
      expect(html).not.toContain('<script>')
    })
  })

  describe('that are audited', () => {
    it('form a chain in which a change shows', async () => {
      const keep = (n: number) =>
        transaction((tx) =>
          audit(
            { actor: { userId: `person-${n}` }, action: 'note.write', object: `note:${n}`, after: { n, on: new Date(0) }, ip: '127.0.0.1' },
            tx,
          ),
        )
      await Promise.all(Array.from({ length: 10 }, (_, n) => keep(n)))
      await app.drain()
      expect(await AuditModel.distinct('seq')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(await findBrokenLink()).toBeUndefined()
      await app.database
        .db()
        .collection('audit_log')
        .updateOne({ seq: 4 }, { $set: { actor: 'somebody else' } })
      expect(await findBrokenLink()).toEqual({ seq: 4 })
    })
  })
})
