import type { IncomingHttpHeaders } from 'node:http'
import type { TopicKind } from '@mutuo/shared/realtime/contract.ts'
import type { Viewer } from './access/viewer.ts'
import type { AccountsPort } from './http/accounts-port.ts'
import type { Route } from './http/serve-endpoint.ts'
import type { Job } from './jobs/define-job.ts'
import type { MailTemplates } from './mail/mail-template.ts'
import type { Migration } from './mongo/migrate.ts'
import type { SocketHandler } from './realtime/on-socket.ts'

export type Webhook = {
  /** Under `/api/webhooks`. */
  path: `/${string}`
  /** The raw body, before any parsing; a DomainError refuses it. Store and answer: the work is a consumer's. */
  receive(call: { body: Buffer; headers: IncomingHttpHeaders; now: Date }): Promise<void>
}

export type RoomHeads = (roomIds: string[]) => Promise<{ roomId: string; head: number }[]>

/** All that the composition root needs to know of a module. */
export type ServerModule = {
  name: string
  /** Code → HTTP status. */
  errors?: Record<string, number>
  routes?: Route[]
  /** Registers the consumers, with onEvent(). */
  listen?: () => void
  jobs?: Job[]
  /** Whether the viewer may follow the thing, by kind of topic. */
  topics?: Partial<Record<TopicKind, (viewer: Viewer, id: string) => Promise<boolean>>>
  sockets?: SocketHandler[]
  mails?: MailTemplates
  migrations?: Migration[]
  webhooks?: Webhook[]
  accounts?: AccountsPort
  roomHeads?: RoomHeads
  start?: () => Promise<void>
  stop?: () => Promise<void>
}
