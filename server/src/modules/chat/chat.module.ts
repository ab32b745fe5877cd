import { chatErrors } from '@mutuo/shared/chat/chat.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { listenForChat } from './chat.listeners.ts'
import { chatMigrations } from './chat.migrations.ts'
import { chatRoutes } from './chat.routes.ts'
import { chatSockets } from './chat.sockets.ts'
import { roomStore } from './room.store.ts'
import { mayFollowRoom } from './room.view.ts'

export const chatModule: ServerModule = {
  name: 'chat',
  errors: chatErrors,
  routes: chatRoutes,
  listen: listenForChat,
  migrations: chatMigrations,
  sockets: chatSockets,
  topics: { room: mayFollowRoom },
  roomHeads: async (roomIds) => (await roomStore.heads(roomIds)).map(({ _id, head }) => ({ roomId: _id, head })),
}
