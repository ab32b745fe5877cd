import { setTimeout as wait } from 'node:timers/promises'
import { onEvent } from '@mutuo/server/platform/events/on-event.ts'
import { serve } from '@mutuo/server/platform/http/serve-endpoint.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import { onSocket } from '@mutuo/server/platform/realtime/on-socket.ts'
import { publishChange } from '@mutuo/server/platform/realtime/publish-change.ts'
import type { ServerModule } from '@mutuo/server/platform/server-module.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { id } from '@mutuo/shared/ids/id.ts'
import { z } from 'zod'
import * as endpoints from './note.endpoints.ts'
import { NoteModel, type NoteRecord } from './note.model.ts'
import { personOf, people } from './people.ts'

/** The smallest module that uses every part of the platform. */
export const heard: { consumer: string; text: string; eventId: string }[] = []

const view = ({ _id, text }: NoteRecord) => ({ id: _id, text })
const found = async (noteId: string) => {
  const note = await NoteModel.findById(noteId).lean()
  if (!note) throw new DomainError('NOT_FOUND')
  return note
}
const sessionOf = (csrfToken: string, userId: string | null) => ({ csrfToken, userId })

const write = (input: { id: string; text: string }, by: string | null) =>
  transaction(async (tx) => {
    if (input.text === 'refused') throw new DomainError('NOTE_REFUSED', { limit: 3 })
    if (input.text === 'broken') throw new Error('a secret detail of the implementation')
    const note = { _id: input.id, text: input.text, by }
    await NoteModel.insertMany([note], { session: tx.session })
    tx.emit({ name: 'note.written', key: note._id, data: { noteId: note._id, text: note.text } })
    return note
  })

/** Requests that wait may be let go before their time. */
export const patience = (() => {
  let end = (): void => undefined
  const ended = new Promise<{ done: true }>((resolve) => (end = () => resolve({ done: true })))
  return { ended, end: () => end() }
})()

export const notesModule: ServerModule = {
  name: 'notes',
  errors: { NOTE_REFUSED: 409, WRONG_CREDENTIALS: 401, ROOM_READ_ONLY: 409 },
  accounts: people,
  routes: [
    serve(endpoints.openSession, { run: async ({ session, viewer }) => sessionOf(session.csrfToken(), viewer?.userId ?? null) }),
    serve(endpoints.signIn, {
      run: async ({ session, input }) => {
        const { userId } = await session.signIn(input)
        return sessionOf(session.csrfToken(), userId)
      },
    }),
    serve(endpoints.signOut, { run: async ({ session }) => session.signOut().then(() => ({ done: true as const })) }),
    serve(endpoints.readNote, { run: ({ input }) => found(input.noteId), present: view }),
    serve(endpoints.writeNote, { run: ({ input, viewer }) => write(input, viewer?.userId ?? null), present: view }),
    serve(endpoints.renameNote, { run: async ({ input }) => ({ ...(await found(input.noteId)), text: input.text }), present: view }),
    serve(endpoints.findNotes, { run: async ({ input: { words = [], limit } }) => ({ words, limit }) }),
    serve(endpoints.leakNote, { run: async () => ({ id: '019aa000-0000-7000-8000-000000000000', text: '', cap: 5 }) }),
    serve(endpoints.wait, { run: async ({ input }) => Promise.race([wait(input.ms, { done: true as const }), patience.ended]) }),
    serve(endpoints.readOwn, { run: async ({ viewer }) => ({ name: viewer.name }) }),
    serve(endpoints.readAdmin, { run: async () => ({ done: true as const }) }),
  ],
  listen: () => {
    onEvent<{ noteId: string; text: string }>('note.written', 'notes.tell-screens', async ({ noteId }) =>
      publishChange('group:019aa000-0000-7000-8000-00000000000a', { entity: 'note', id: noteId }),
    )
    onEvent<{ noteId: string; text: string }>('note.written', 'notes.remember', async ({ text }, { id: eventId }) => {
      heard.push({ consumer: 'notes.remember', text, eventId })
      if (text === 'fails twice' && heard.filter((one) => one.text === text).length < 3) throw new Error('not yet')
      if (text === 'poison') throw new Error('never')
    })
  },
  topics: { group: async (viewer) => personOf(viewer.userId)?.isMember === true },
  sockets: [
    onSocket('typing', z.strictObject({ roomId: id }), async ({ input }) => {
      if (input.roomId.endsWith('d')) throw new DomainError('ROOM_READ_ONLY')
      if (input.roomId.endsWith('e')) throw new Error('a bug')
      return {}
    }),
  ],
  mails: {
    'notes.greeting': {
      fr: ({ name, url }) => ({
        subject: `Bonjour ${name}`,
        paragraphs: ['Une note vous attend.'],
        action: { label: 'Lire la note', url: String(url) },
      }),
      en: ({ name, url }) => ({
        subject: `Hello ${name}`,
        paragraphs: ['A note waits for you.'],
        action: { label: 'Read the note', url: String(url) },
      }),
    },
  },
}
