import { defineEndpoint } from '@mutuo/shared/http/endpoint.ts'
import { done } from '@mutuo/shared/http/page.ts'
import { id, line } from '@mutuo/shared/ids/id.ts'
import { z } from 'zod'

const noteView = z.strictObject({ id, text: z.string() })
const session = z.strictObject({ csrfToken: z.string(), userId: z.string().nullable() })
const none = z.strictObject({})

export const openSession = defineEndpoint({
  name: 'openSession',
  method: 'GET',
  path: '/session',
  access: 'anyone',
  input: none,
  output: session,
  refusals: [],
})
export const signIn = defineEndpoint({
  name: 'signIn',
  method: 'POST',
  path: '/session',
  access: 'anyone',
  input: z.strictObject({ email: z.email(), password: z.string().max(128) }),
  output: session,
  refusals: ['WRONG_CREDENTIALS'],
})
export const signOut = defineEndpoint({
  name: 'signOut',
  method: 'DELETE',
  path: '/session',
  access: 'signedIn',
  input: none,
  output: done,
  refusals: [],
})
export const writeNote = defineEndpoint({
  name: 'writeNote',
  method: 'POST',
  path: '/notes',
  access: 'anyone',
  idempotency: 'required',
  input: z.strictObject({ id, text: line(80) }),
  output: noteView,
  refusals: ['NOTE_REFUSED'],
})
export const readNote = defineEndpoint({
  name: 'readNote',
  method: 'GET',
  path: '/notes/:noteId',
  access: 'anyone',
  input: z.strictObject({ noteId: id }),
  output: noteView,
  refusals: ['NOT_FOUND'],
})
export const renameNote = defineEndpoint({
  name: 'renameNote',
  method: 'PATCH',
  path: '/notes/:noteId',
  access: 'anyone',
  input: z.strictObject({ noteId: id, text: line(80) }),
  output: noteView,
  refusals: ['NOT_FOUND'],
})
export const findNotes = defineEndpoint({
  name: 'findNotes',
  method: 'GET',
  path: '/notes',
  access: 'anyone',
  input: z.strictObject({ words: z.array(z.string()).max(5).optional(), limit: z.coerce.number().int().max(100).default(20) }),
  output: z.strictObject({ words: z.array(z.string()), limit: z.int() }),
  refusals: [],
})
export const leakNote = defineEndpoint({
  name: 'leakNote',
  method: 'GET',
  path: '/notes/leaky',
  access: 'anyone',
  input: none,
  output: noteView,
  refusals: [],
})
export const wait = defineEndpoint({
  name: 'wait',
  method: 'GET',
  path: '/waits/:ms',
  access: 'anyone',
  input: z.strictObject({ ms: z.coerce.number().max(20_000) }),
  output: done,
  refusals: [],
})
export const readOwn = defineEndpoint({
  name: 'readOwn',
  method: 'GET',
  path: '/own',
  access: 'signedIn',
  input: none,
  output: z.strictObject({ name: z.string() }),
  refusals: [],
})
export const readAdmin = defineEndpoint({
  name: 'readAdmin',
  method: 'GET',
  path: '/admin',
  access: 'admin',
  input: none,
  output: done,
  refusals: [],
})
