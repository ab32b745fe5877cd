import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { rateLimit } from '../../platform/http/rate-limit.ts'
import { organisations } from '../organisations/index.ts'
import { mayWrite } from './chat.policy.ts'
import { findRoom } from './find-room.ts'
import { messageStore } from './message.store.ts'
import { postMessage } from './post-message.ts'

type Call = { viewer: Viewer; input: { roomId: string; clientId: string; text: string; replyTo?: string | undefined }; now: Date }

const pace = rateLimit('chat.send', { points: 30, perSeconds: 10 })

/** A person writes to a room, over HTTP or a socket alike. @throws NOT_FOUND, ROOM_READ_ONLY, TOO_MANY_REQUESTS */
export const sendMessage = async ({ viewer, input, now }: Call) => {
  const room = await findRoom(viewer, input.roomId)
  allow(mayWrite(room))
  await pace.consume(viewer.userId)
  if (input.replyTo && !(await messageStore.find(room._id, input.replyTo))) throw new DomainError('NOT_FOUND')
  const marks = await organisations.marksOf(room.readerIds)
  const mentioned = [...marks.values()]
    .filter((mark) => mark.id !== viewer.organisationId && input.text.includes(`@${mark.name}`))
    .map((mark) => mark.id)
  return postMessage({
    room,
    clientId: input.clientId,
    author: { userId: viewer.userId, name: viewer.name, organisationId: organisationOf(viewer) },
    text: input.text,
    replyTo: input.replyTo,
    now,
    alongside: (message, tx) => {
      if (mentioned.length === 0) return
      tx.emit({
        name: 'room.mentioned',
        key: room._id,
        data: { roomId: room._id, title: room.title, messageId: message._id, by: viewer.name, organisationIds: mentioned },
      })
    },
  })
}
