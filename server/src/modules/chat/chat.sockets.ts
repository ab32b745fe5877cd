import { sendMessage as sendEndpoint, markRoomRead } from '@mutuo/shared/chat/chat.endpoints.ts'
import { id } from '@mutuo/shared/ids/id.ts'
import { z } from 'zod'
import { onSocket } from '../../platform/realtime/on-socket.ts'
import { publishTyping } from '../../platform/realtime/publish-change.ts'
import { findRoom } from './find-room.ts'
import { markRead } from './mark-read.ts'
import { presentMessages } from './message.view.ts'
import { sendMessage } from './send-message.ts'

export const chatSockets = [
  onSocket('sendMessage', sendEndpoint.input, async (call) => {
    const [message] = await presentMessages([await sendMessage(call)])
    if (!message) throw new Error('a message was stored and cannot be shown')
    return { message }
  }),
  onSocket('typing', z.strictObject({ roomId: id }), async ({ viewer, input }) => {
    await findRoom(viewer, input.roomId)
    publishTyping(input.roomId, { userId: viewer.userId, name: viewer.name })
    return {}
  }),
  onSocket('markRead', markRoomRead.input, async (call) => {
    await markRead(call)
    return {}
  }),
]
