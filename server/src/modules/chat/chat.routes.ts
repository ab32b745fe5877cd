import * as endpoints from '@mutuo/shared/chat/chat.endpoints.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { deleteMessage, editMessage } from './change-message.ts'
import { markRead } from './mark-read.ts'
import type { MessageRecord } from './message.model.ts'
import { presentMessages } from './message.view.ts'
import { listMessages, listRooms, presentRoom } from './room.view.ts'
import { sendMessage } from './send-message.ts'

const present = async (message: MessageRecord) => {
  const [view] = await presentMessages([message])
  if (!view) throw new Error(`message ${message._id} cannot be shown`)
  return view
}

export const chatRoutes = [
  serve(endpoints.listRooms, { run: listRooms }),
  serve(endpoints.getRoom, { run: ({ viewer, input }) => presentRoom(viewer, input.roomId) }),
  serve(endpoints.listMessages, { run: listMessages }),
  serve(endpoints.sendMessage, { run: sendMessage, present }),
  serve(endpoints.editMessage, { run: editMessage, present }),
  serve(endpoints.deleteMessage, { run: deleteMessage, present }),
  serve(endpoints.markRoomRead, { run: markRead }),
]
