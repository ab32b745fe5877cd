import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getRoom, listRooms, markRoomRead } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { RoomCard, RoomView } from '@mutuo/shared/chat/room.schema.ts'
import { call } from '../../platform/api.ts'
import { keyOf } from '../../platform/use-endpoint.ts'

const settleMs = 400

/** Says how far the person has read: what is at the end of the room, in front of their eyes. */
export const useReadMark = (room: RoomView, upTo: number, isAtEnd: boolean) => {
  const queries = useQueryClient()
  const told = useRef(room.readSeq)
  const isVisible = useIsVisible()
  useEffect(() => {
    if (!isVisible || !isAtEnd || upTo <= told.current) return undefined
    const timer = setTimeout(() => {
      told.current = upTo
      const read = <R extends RoomCard>(one: R): R => ({ ...one, readSeq: upTo, unread: Math.max(0, one.head - upTo) })
      queries.setQueryData<RoomView>(keyOf(getRoom, { roomId: room.id }), (one) => one && read(one))
      queries.setQueryData<{ items: RoomCard[] }>(
        keyOf(listRooms, {}),
        (known) => known && { items: known.items.map((one) => (one.id === room.id ? read(one) : one)) },
      )
      call(markRoomRead, { roomId: room.id, seq: upTo }).catch(() => void (told.current = 0))
    }, settleMs)
    return () => clearTimeout(timer)
  }, [queries, room.id, upTo, isAtEnd, isVisible])
}

const useIsVisible = () => {
  const [isVisible, setVisible] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isVisible
}
