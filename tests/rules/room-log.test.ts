import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import fc from 'fast-check'
import {
  addNewer,
  addOlder,
  hasOlder,
  hearHead,
  hearMessages,
  isBehind,
  startLog,
  type RoomLog,
} from '../../client/src/features/chat/room-log.ts'

const message = (seq: number, text = `n° ${seq}`): MessageView => ({
  id: `m-${seq}`,
  roomId: 'r',
  seq,
  text,
  at: '2026-11-24T09:00:00.000Z',
  isDeleted: false,
})
const from = (first: number, last: number) => Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => message(first + at))
const seqs = (log: RoomLog) => log.messages.map(({ seq }) => seq)

/** The room as the server keeps it, asked as the page asks it. */
const tail = (head: number, limit: number) => ({ messages: from(Math.max(1, head - limit + 1), head), head, upTo: head })
const after = (head: number, seq: number, limit: number) => {
  const messages = from(seq + 1, Math.min(head, seq + limit))
  return { messages, head, upTo: messages.length < limit ? head : (messages.at(-1)?.seq ?? seq) }
}

describe('the messages that a page holds of a room', () => {
  it('begin with the end of the room, and know whether there is more above', () => {
    expect(hasOlder(startLog(tail(3, 50), 50))).toBe(false)
    const long = startLog(tail(120, 50), 50)
    expect(hasOlder(long)).toBe(true)
    const older = addOlder(long, { messages: from(21, 70), head: 120, upTo: 70 }, 50)
    expect([older.from, seqs(older).length]).toEqual([21, 100])
  })

  it('take what follows on, and only believe the head beyond a hole', () => {
    const log = startLog(tail(10, 50), 50)
    expect(seqs(hearMessages(log, { messages: [message(11)], head: 11 })).at(-1)).toBe(11)
    const holed = hearMessages(log, { messages: [message(12)], head: 12 })
    expect([seqs(holed).at(-1), isBehind(holed)]).toEqual([10, true])
    expect(isBehind(hearHead(log, 11))).toBe(true)
  })

  it('put a mended message in its place, and ignore one that is not held', () => {
    const log = startLog(tail(120, 50), 50)
    const mended = hearMessages(log, { messages: [message(100, 'mieux'), message(3, 'ancien')], head: 120 })
    expect(mended.messages.find(({ seq }) => seq === 100)?.text).toBe('mieux')
    expect(seqs(mended)).toEqual(seqs(log))
  })

  it('are whole, once each and in order, whatever the socket loses, repeats or reverses', () => {
    const packets = fc.array(fc.record({ size: fc.integer({ min: 1, max: 6 }), isLost: fc.boolean(), isTwice: fc.boolean() }), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), packets, (already, sent) => {
        let log = startLog(tail(already, 50), 50)
        let head = already
        for (const { size, isLost, isTwice } of sent) {
          const batch = { messages: from(head + 1, head + size).reverse(), head: head + size }
          head += size
          if (!isLost) log = hearMessages(log, batch)
          if (isTwice) log = hearMessages(log, batch)
        }
        log = hearHead(log, head)
        while (isBehind(log)) log = addNewer(log, after(head, log.upTo, 20))
        expect(seqs(log)).toEqual(from(log.from, head).map(({ seq }) => seq))
      }),
    )
  })
})
