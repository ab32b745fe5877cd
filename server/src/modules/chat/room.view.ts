import type { listMessages as listEndpoint, listRooms as listRoomsEndpoint } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { RoomCard, RoomView } from '@mutuo/shared/chat/room.schema.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { mayWrite } from './chat.policy.ts'
import { findRoom } from './find-room.ts'
import { messageStore } from './message.store.ts'
import { presentMessages } from './message.view.ts'
import type { RoomRecord } from './room.model.ts'
import { roomStore } from './room.store.ts'

/** The rooms of the organisation that the viewer acts for, with what the person has not read yet. */
export const listRooms = async ({ viewer, input }: Call<typeof listRoomsEndpoint>): Promise<{ items: RoomCard[] }> => {
  if (!viewer.organisationId) return { items: [] }
  return { items: await presentCards(await roomStore.ofReader(viewer.organisationId, input.subjectId), viewer) }
}

const presentCards = async (rooms: RoomRecord[], viewer: Viewer): Promise<RoomCard[]> => {
  const [marks, groupsById, reads] = await Promise.all([
    organisations.marksOf([...new Set(rooms.flatMap((room) => room.readerIds))]),
    groups.many([...new Set(rooms.map((room) => room.groupId))]),
    roomStore.readsOf(
      viewer.userId,
      rooms.map((room) => room._id),
    ),
  ])
  return rooms.map((room) => {
    const readSeq = reads.find((read) => read.roomId === room._id)?.seq ?? 0
    return {
      id: room._id,
      audience: room.audience,
      subject: room.subject,
      subjectId: room.subjectId,
      title: room.title,
      subtitle: groupsById.get(room.groupId)?.name ?? '',
      readers: room.readerIds.map((id) => marks.get(id)).filter((mark): mark is OrganisationMark => mark !== undefined),
      head: room.head,
      readSeq,
      unread: Math.max(0, room.head - readSeq),
      ...(room.lastMessage && { lastMessage: { ...room.lastMessage, at: room.lastMessage.at.toISOString() } }),
    }
  })
}

/** @throws NOT_FOUND */
export const presentRoom = async (viewer: Viewer, roomId: string): Promise<RoomView> => {
  const room = await findRoom(viewer, roomId)
  const [card] = await presentCards([room], viewer)
  if (!card) throw new Error(`room ${roomId} has no card`)
  const decision = mayWrite(room)
  return {
    ...card,
    people: [...(await organisations.peopleOf(room.readerIds))].flatMap(([organisationId, people]) =>
      people.map(({ userId, name }) => ({ userId, name, organisationId })),
    ),
    canWrite: decision.allowed,
    ...(!decision.allowed && { cannotWriteBecause: decision.reason }),
  }
}

/** A slice of a room: what came after a number, what came before one, or the end of it. @throws NOT_FOUND */
export const listMessages = async ({ viewer, input }: Call<typeof listEndpoint>) => {
  const room = await findRoom(viewer, input.roomId)
  const messages =
    input.after !== undefined
      ? await messageStore.after(room._id, input.after, input.limit)
      : await messageStore.before(room._id, input.before ?? Number.MAX_SAFE_INTEGER, input.limit)
  const last = messages.at(-1)?.seq ?? input.after ?? 0
  const isWholeTail = messages.length < input.limit
  return {
    messages: await presentMessages(messages),
    head: Math.max(room.head, last),
    upTo: isWholeTail ? Math.max(room.head, last) : last,
  }
}

export const mayFollowRoom = async (viewer: Viewer, roomId: string): Promise<boolean> => {
  const room = await roomStore.find(roomId)
  return room !== null && viewer.organisationId !== null && room.readerIds.includes(viewer.organisationId)
}
