import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { messageText, messageView } from './message.schema.ts'
import { messageSlice, roomCard, roomView } from './room.schema.ts'

/** The rooms that the viewer reads, of one need, group or mission where one is named; the most recently written first. */
export const listRooms = defineEndpoint({
  name: 'listRooms',
  method: 'GET',
  path: '/rooms',
  access: 'signedIn',
  input: z.strictObject({ subjectId: id.optional() }),
  output: z.strictObject({ items: z.array(roomCard) }),
  refusals: [],
})

export const getRoom = defineEndpoint({
  name: 'getRoom',
  method: 'GET',
  path: '/rooms/:roomId',
  access: 'signedIn',
  input: z.strictObject({ roomId: id }),
  output: roomView,
  refusals: ['NOT_FOUND'],
})

/** The truth of a room: sockets only hint. Either after a sequence number (to catch up) or before one (to read back). */
export const listMessages = defineEndpoint({
  name: 'listMessages',
  method: 'GET',
  path: '/rooms/:roomId/messages',
  access: 'signedIn',
  input: z.strictObject({
    roomId: id,
    after: z.coerce.number().int().min(0).optional(),
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: messageSlice,
  refusals: ['NOT_FOUND'],
})

/** Also a socket event; the same `clientId` again answers the first message. */
export const sendMessage = defineEndpoint({
  name: 'sendMessage',
  method: 'POST',
  path: '/rooms/:roomId/messages',
  access: 'signedIn',
  input: z.strictObject({ roomId: id, clientId: z.uuid(), text: messageText, replyTo: id.optional() }),
  output: messageView,
  refusals: ['NOT_FOUND', 'ROOM_READ_ONLY', 'TOO_MANY_REQUESTS'],
})

export const editMessage = defineEndpoint({
  name: 'editMessage',
  method: 'PATCH',
  path: '/rooms/:roomId/messages/:messageId',
  access: 'signedIn',
  input: z.strictObject({ roomId: id, messageId: id, text: messageText }),
  output: messageView,
  refusals: ['NOT_FOUND', 'NOT_YOUR_MESSAGE', 'MESSAGE_TOO_OLD'],
})

export const deleteMessage = defineEndpoint({
  name: 'deleteMessage',
  method: 'DELETE',
  path: '/rooms/:roomId/messages/:messageId',
  access: 'signedIn',
  input: z.strictObject({ roomId: id, messageId: id }),
  output: messageView,
  refusals: ['NOT_FOUND', 'NOT_YOUR_MESSAGE', 'MESSAGE_TOO_OLD'],
})

export const markRoomRead = defineEndpoint({
  name: 'markRoomRead',
  method: 'POST',
  path: '/rooms/:roomId/read',
  access: 'signedIn',
  input: z.strictObject({ roomId: id, seq: z.int().min(0) }),
  output: done,
  refusals: ['NOT_FOUND'],
})
