import { setTimeout as wait } from 'node:timers/promises'
import { logger } from '../logger.ts'
import type { Transaction } from '../mongo/transaction.ts'
import { consumerNamed, type EventEnvelope } from './on-event.ts'
import type { OutboxRecord } from './outbox.model.ts'
import { LEASE_MS, outboxStore, type Unsettled } from './outbox.store.ts'

const POLL_MS = 1_000
const BATCH = 100
/** How long what is delivered may wait to be written down together. */
const SETTLE_MS = 50

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
  const dead = await deliverUntilDone()
  if (!wasRunning) await stopDelivery()
  if (dead.length > 0) throw new Error(dead.map(({ consumer, lastError }) => `${consumer}: ${lastError}`).join('\n'))
}

const deliverUntilDone = async (): Promise<Unsettled[]> => {
  for (;;) {
    while (turn) await turn
    const unsettled = await outboxStore.unsettled()
    if (unsettled.every(({ state }) => state === 'dead')) return unsettled
    await outboxStore.hurry()
    wakeDelivery()
    await (turn ?? wait(5))
  }
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
  const claim: Claim = { open: new Set(rows), ended: [] }
  const renewal = setInterval(() => void outboxStore.renew([...claim.open]).catch(() => undefined), LEASE_MS / 3)
  const settling = setInterval(() => void settleEnded(claim), SETTLE_MS)
  try {
    const outcomes = await Promise.all([...linesOf(rows)].map((line) => deliverLine(line, claim)))
    return outcomes.includes(true)
  } finally {
    clearInterval(settling)
    await settleEnded(claim)
    clearInterval(renewal)
  }
}

/** What this process holds: `open` until it is settled, `ended` what its consumers are done with and one command will settle. */
type Claim = { open: Set<OutboxRecord>; ended: OutboxRecord[] }

/** What cannot be written down stays claimed until the lease ends, and is delivered once more. */
const settleEnded = async ({ open, ended }: Claim): Promise<void> => {
  const rows = ended.splice(0)
  try {
    await outboxStore.settle(rows)
  } catch (error) {
    logger().warn({ err: error, events: rows.length }, 'what is delivered could not be written down')
  }
  for (const row of rows) open.delete(row)
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
const deliverLine = async (line: OutboxRecord[], claim: Claim): Promise<boolean> => {
  const left = [...line]
  let hasDone = false
  while (isRunning && left.length > 0) {
    const row = left.shift()!
    const outcome = await deliver(row)
    if (outcome === 'ended') claim.ended.push(row)
    else claim.open.delete(row)
    if (outcome === 'postponed') break
    hasDone = true
  }
  for (const row of left) claim.open.delete(row)
  await outboxStore.release(left)
  return hasDone
}

const deliver = async (row: OutboxRecord): Promise<'ended' | 'settled' | 'postponed'> => {
  let isSettled = false
  const settle = async (tx: Transaction) => {
    if ((await outboxStore.settle([row], tx)) === 0) throw new AlreadySettled()
    isSettled = true
  }
  try {
    const consumer = consumerNamed(row.consumer)
    if (!consumer) throw new Error(`no consumer is called ${row.consumer}`)
    await consumer.handle(row.data as never, envelopeOf(row, settle))
    return isSettled ? 'settled' : 'ended'
  } catch (error) {
    if (error instanceof AlreadySettled) return 'settled'
    await postpone(row, error)
    return 'postponed'
  }
}

const envelopeOf = (row: OutboxRecord, settle: EventEnvelope['settle']): EventEnvelope => ({
  id: row.eventId,
  name: row.name,
  key: row.key,
  at: row.at,
  isFirstTry: row.tries === 1,
  settle,
})

const postpone = async (row: OutboxRecord, error: unknown): Promise<void> => {
  const about = { err: error, event: row.eventId, consumer: row.consumer, tries: row.tries }
  const state = await outboxStore.postpone(row, error instanceof Error ? error.message : String(error))
  if (state === 'dead') logger().error(about, 'an event is dead')
  else logger().warn(about, 'an event will be delivered again')
}
