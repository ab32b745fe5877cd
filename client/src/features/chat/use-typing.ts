import { useCallback, useEffect, useRef, useState } from 'react'
import { hear, openSocket } from '../../platform/socket.ts'

const [shownMs, tellEveryMs] = [4000, 2500]

/** Who else is writing in the room, by name. */
export const useWhoTypes = (roomId: string): string[] => {
  const [typing, setTyping] = useState<ReadonlyMap<string, { name: string; until: number }>>(new Map())
  useEffect(
    () =>
      hear('typing', (who) => {
        if (who.roomId === roomId) setTyping((known) => new Map(known).set(who.userId, { name: who.name, until: Date.now() + shownMs }))
      }),
    [roomId],
  )
  useEffect(
    () =>
      hear('messages', (batch) => {
        const authors = new Set(batch.roomId === roomId ? batch.messages.map(({ author }) => author?.userId) : [])
        setTyping((known) =>
          [...known.keys()].some((id) => authors.has(id)) ? new Map([...known].filter(([id]) => !authors.has(id))) : known,
        )
      }),
    [roomId],
  )
  useEffect(() => {
    if (typing.size === 0) return undefined
    const timer = setInterval(() => {
      const left = [...typing].filter(([, { until }]) => until > Date.now())
      if (left.length < typing.size) setTyping(new Map(left))
    }, 1000)
    return () => clearInterval(timer)
  }, [typing])
  return [...typing.values()].map(({ name }) => name)
}

/** Tells the room that one is writing, at most every few seconds. */
export const useTellTyping = (roomId: string) => {
  const last = useRef(0)
  return useCallback(() => {
    if (Date.now() - last.current < tellEveryMs) return
    last.current = Date.now()
    void openSocket().then((socket) => socket.connected && socket.emit('typing', { roomId }, () => undefined))
  }, [roomId])
}
