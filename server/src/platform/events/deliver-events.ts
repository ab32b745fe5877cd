import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { logger } from '../logger.ts'
import type { Transaction } from '../mongo/transaction.ts'
import { consumerNamed, type EventEnvelope } from './on-event.ts'
import type { OutboxRecord } from './outbox.model.ts'
import { LEASE_MS, outboxStore } from './outbox.store.ts'

const POLL_MS = 1_000
const BATCH = 100

class AlreadySettled extends Error {}

let isRunning = false
let turn: Promise<void> | undefined
let isAskedAgain = false
let timer: NodeJS.Timeout | undefined

/** Delivers what the outbox holds: right after each commit of this process, and each second for what others left. */
export const startDelivery = (): void => {
  isRunning = true
  timer = setInterval(wakeDelivery, POLL_MS)
  timer.unref()
  wakeDelivery()
}

/** Waits for the deliveries that are under way; what is left is for the next process. */
export const stopDelivery = async (): Promise<void> => {
  isRunning = false
  clearInterval(timer)
  await turn
}

export const wakeDelivery = (): void => {
  if (!isRunning) return
  if (turn) {
    isAskedAgain = true
    return
  }
  turn = deliverAll()
    .catch((error: unknown) => logger().warn({ err: error }, 'the outbox cannot be read'))
    .finally(() => {
      turn = undefined
      if (isAskedAgain) {
        isAskedAgain = false
        wakeDelivery()
      }
    })
}

/**
 * Delivers until every consumer of every event, also of those that they emit, is done; failures are tried again at once. Works too in a process
 * that serves nobody, as a seed. @throws Error when one is dead
 */
export const drainEvents = async (): Promise<void> => {
  const wasRunning = isRunning
  if (!wasRunning) startDelivery()
  while ((await outboxStore.pendingCount()) > 0) {
    await outboxStore.hurry()
    wakeDelivery()
    await (turn ?? wait(5))
  }
  if (!wasRunning) await stopDelivery()
  const dead = await outboxStore.dead()
  if (dead.length > 0) throw new Error(dead.map(({ consumer, lastError }) => `${consumer}: ${lastError}`).join('\n'))
}

/** Claims what is due at once, and again while there is more. */
const deliverAll = async (): Promise<void> => {
  for (let rows = await outboxStore.due(BATCH); rows.length > 0 && isRunning; rows = await outboxStore.due(BATCH)) {
    const hasDone = await deliverClaimed(await outboxStore.claim(rows))
    if (!hasDone || (rows.length < BATCH && !isAskedAgain)) return
    isAskedAgain = false
  }
}

const deliverClaimed = async (rows: OutboxRecord[]): Promise<boolean> => {
  const open = new Set(rows)
  const renewal = setInterval(() => void outboxStore.renew([...open]).catch(() => undefined), LEASE_MS / 3)
  try {
    const outcomes = await Promise.all([...linesOf(rows)].map((line) => deliverLine(line, open)))
    return outcomes.includes(true)
  } finally {
    clearInterval(renewal)
  }
}

/** Events of one key go to one consumer one after the other. */
const linesOf = (rows: OutboxRecord[]): Iterable<OutboxRecord[]> => {
  const lines = new Map<string, OutboxRecord[]>()
  for (const row of rows) {
    const line = `${row.consumer} ${row.key}`
    lines.set(line, [...(lines.get(line) ?? []), row])
  }
  return lines.values()
}

/** Stops at the first failure, so that the order holds where it can, and gives the rest back. Answers whether anything was done. */
const deliverLine = async (line: OutboxRecord[], open: Set<OutboxRecord>): Promise<boolean> => {
  const left = [...line]
  let hasDone = false
  while (isRunning && left.length > 0) {
    const row = left.shift()!
    const isDone = await deliver(row)
    open.delete(row)
    if (!isDone) break
    hasDone = true
  }
  for (const row of left) open.delete(row)
  await outboxStore.release(left)
  return hasDone
}

const deliver = async (row: OutboxRecord): Promise<boolean> => {
  let isSettled = false
  const settle = async (tx: Transaction) => {
    if ((await outboxStore.settle([row], tx)) === 0) throw new AlreadySettled()
    isSettled = true
  }
  try {
    const consumer = consumerNamed(row.consumer)
    if (!consumer) throw new Error(`no consumer is called ${row.consumer}`)
    await consumer.handle(row.data as never, envelopeOf(row, settle))
    if (!isSettled) await settleSoon(row)
    return true
  } catch (error) {
    if (error instanceof AlreadySettled) return true
    await postpone(row, error)
    return false
  }
}

let ending: { rows: OutboxRecord[]; done: Promise<unknown> } | undefined

/** Consumers of one claim that end in the same turn of the event loop are settled by one command. */
const settleSoon = async (row: OutboxRecord): Promise<void> => {
  if (ending?.rows[0]?.holder !== row.holder) ending = beginSettling()
  ending.rows.push(row)
  await ending.done
}

const beginSettling = (): { rows: OutboxRecord[]; done: Promise<unknown> } => {
  const rows: OutboxRecord[] = []
  const done = nextTurn().then(() => {
    if (ending?.rows === rows) ending = undefined
    return outboxStore.settle(rows)
  })
  return { rows, done }
}

const envelopeOf = (row: OutboxRecord, settle: EventEnvelope['settle']): EventEnvelope => ({
  id: row.eventId,
  name: row.name,
  key: row.key,
  at: row.at,
  settle,
})

const postpone = async (row: OutboxRecord, error: unknown): Promise<void> => {
  const about = { err: error, event: row.eventId, consumer: row.consumer, tries: row.tries }
  const state = await outboxStore.postpone(row, error instanceof Error ? error.message : String(error))
  if (state === 'dead') logger().error(about, 'an event is dead')
  else logger().warn(about, 'an event will be delivered again')
}
