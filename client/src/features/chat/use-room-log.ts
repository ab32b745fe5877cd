import { useCallback, useEffect, useRef, useState } from 'react'
import { listMessages } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { call } from '../../platform/api.ts'
import { follow, hear, useConnection } from '../../platform/socket.ts'
import { addNewer, addOlder, hasOlder, hearHead, hearMessages, isBehind, startLog, type RoomLog } from './room-log.ts'

const pageSize = 50
const catchUpSize = 200
/** Further behind than this, the page starts again from the end of the room. */
const mostToCatchUp = 1000

/**
 * The messages of a room, kept whole: sockets hint, HTTP tells. A hole between two messages, or one after the last that only the room's head betrays,
 * is filled by asking what came after; after a lost connection the last page is read again, for what was mended meanwhile.
 */
export const useRoomLog = (roomId: string) => {
  const [log, setLog] = useState<RoomLog>()
  const [error, setError] = useState<unknown>()
  const [missed, setMissed] = useState(0)
  const held = useRef<RoomLog>(undefined)
  const work = useRef<Promise<void>>(Promise.resolve())
  const earlyHead = useRef(0)
  const { state } = useConnection()

  const keep = useCallback((next: RoomLog) => {
    held.current = next
    setLog(next)
  }, [])

  const start = useCallback(async () => {
    const slice = await call(listMessages, { roomId, limit: pageSize })
    const first = hearHead(startLog(slice, pageSize), earlyHead.current)
    keep(isBehind(first) ? addNewer(first, await call(listMessages, { roomId, after: first.upTo, limit: catchUpSize })) : first)
    setError(undefined)
  }, [roomId, keep])

  const catchUp = useCallback(
    async (readAgain: number) => {
      const before = held.current
      if (!before || before.head - before.upTo > mostToCatchUp) return start()
      let after = Math.max(before.from - 1, before.upTo - readAgain)
      for (;;) {
        const slice = await call(listMessages, { roomId, after, limit: catchUpSize })
        keep(addNewer(held.current ?? before, slice))
        if (slice.upTo <= after || slice.upTo >= slice.head) break
        after = slice.upTo
      }
      return undefined
    },
    [roomId, keep, start],
  )

  /** One question at a time: the next sees what the former brought. */
  const inTurn = useCallback((ask: () => Promise<void>) => {
    work.current = work.current.then(ask).catch((problem: unknown) => {
      if (!held.current) setError(problem)
    })
    return work.current
  }, [])

  const hearAndFill = useCallback(
    (next: RoomLog) => {
      keep(next)
      if (isBehind(next)) void inTurn(async () => void (held.current && isBehind(held.current) && (await catchUp(0))))
    },
    [keep, inTurn, catchUp],
  )

  useEffect(() => {
    const stop = [
      follow(`room:${roomId}`, () => undefined),
      hear('messages', (batch) => {
        if (batch.roomId !== roomId) return
        if (held.current) hearAndFill(hearMessages(held.current, batch))
        else earlyHead.current = Math.max(earlyHead.current, batch.head)
      }),
      hear('head', (heads) => {
        const mine = heads.find((one) => one.roomId === roomId)
        if (mine && held.current) hearAndFill(hearHead(held.current, mine.head))
      }),
    ]
    void inTurn(start)
    return () => stop.forEach((each) => each())
  }, [roomId, inTurn, start, hearAndFill])

  useEffect(() => {
    if (state !== 'live') return
    void inTurn(async () => {
      const known = held.current?.upTo
      if (known === undefined) return start()
      await catchUp(pageSize)
      setMissed((held.current?.upTo ?? known) - known)
      return undefined
    })
  }, [state, inTurn, start, catchUp])

  const forgetMissed = useCallback(() => setMissed(0), [])
  return {
    log,
    error: log ? undefined : error,
    retry: () => void inTurn(start),
    /** How many came while the connection was away. */
    missed,
    forgetMissed,
    fetchOlder: () =>
      inTurn(async () => {
        const now = held.current
        if (!now || !hasOlder(now)) return
        const slice = await call(listMessages, { roomId, before: now.from, limit: pageSize })
        keep(addOlder(held.current ?? now, slice, pageSize))
      }),
    /** What the server answered to this page's own act. */
    take: (message: MessageView) => {
      if (held.current) hearAndFill(hearMessages(held.current, { messages: [message], head: message.seq }))
    },
  }
}
