import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import type { ServerEvents } from '@mutuo/shared/realtime/contract.ts'
import { useSession } from '../../platform/session.tsx'
import { follow, hear } from '../../platform/socket.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'

type Batch = Parameters<ServerEvents['messages']>[0]

const key = keyOf(listRooms, {})
const excerptLength = 120

/** The rooms that the reader is in; a new message moves its room's line at once, without asking. */
export const useRooms = () => {
  const queries = useQueryClient()
  const { user, active } = useSession()
  const query = useAnswer(listRooms, {})
  useLive(user ? `user:${user.id}` : undefined, [key])
  useLive(active ? `organisation:${active.id}` : undefined, [key])
  const ids = query.data?.items.map(({ id }) => id).join(' ') ?? ''
  useEffect(() => {
    const stop = ids ? ids.split(' ').map((id) => follow(`room:${id}`, () => undefined)) : []
    return () => stop.forEach((each) => each())
  }, [ids])
  useEffect(
    () =>
      hear('messages', (batch) =>
        queries.setQueryData<{ items: RoomCard[] }>(
          key,
          (known) => known && { items: known.items.map((room) => (room.id === batch.roomId ? moved(room, batch, user?.id) : room)) },
        ),
      ),
    [queries, user?.id],
  )
  return query
}

const moved = (room: RoomCard, { head, messages }: Batch, me: string | undefined): RoomCard => {
  const last = messages.findLast(({ seq }) => seq > room.head)
  if (!last) return room
  const isOwn = last.author?.userId === me
  const readSeq = isOwn && room.unread === 0 ? last.seq : room.readSeq
  return {
    ...room,
    head,
    readSeq,
    unread: Math.max(0, head - readSeq),
    lastMessage: { by: last.author?.name ?? '', excerpt: last.text.slice(0, excerptLength), at: last.at },
  }
}
