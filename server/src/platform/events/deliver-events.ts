import { setTimeout as wait } from 'node:timers/promises'
import { v7 as newId } from 'uuid'
import { systemClock } from '../clock.ts'
import { logger } from '../logger.ts'
import type { Transaction } from '../mongo/transaction.ts'
import { consumerNamed, type EventEnvelope } from './on-event.ts'
import type { OutboxRecord } from './outbox.model.ts'
import { LEASE_MS, outboxStore, type Unsettled } from './outbox.store.ts'

const POLL_MS = 1_000
const BATCH = 100
/** How long what is delivered may wait to be written down together. */
const SETTLE_MS = 200

class AlreadySettled extends Error {}

let isRunning = false
let turn: Promise<void> | undefined
let isLookDue = false
let timer: NodeJS.Timeout | undefined
/** Of what this process writes. */
let holder = ''
/** Written by this process, claimed as it was written, committed and not yet begun. */
const own: OutboxRecord[] = []

/** Delivers what this process writes right after each commit, and each second what others left in the outbox. */
export const startDelivery = (): void => {
  isRunning = true
  holder = newId()
  timer = setInterval(lookIntoOutbox, POLL_MS)
  timer.unref()
  lookIntoOutbox()
}

/** Waits for the deliveries that are under way; what is left is for the next process. */
export const stopDelivery = async (): Promise<void> => {
  isRunning = false
  clearInterval(timer)
  await turn
  await outboxStore.release(takeOwn())
}

/** A process that delivers holds what it writes from the beginning: it need neither look for it nor claim it. */
export const claimAtBirth = (rows: OutboxRecord[]): OutboxRecord[] =>
  isRunning ? rows.map((row) => ({ ...row, holder, leaseUntil: new Date(systemClock().getTime() + LEASE_MS), tries: 1 })) : rows

/** Delivers what was claimed at birth and is committed now. */
export const deliverOwn = (rows: OutboxRecord[]): void => {
  if (!isRunning) return
  own.push(...rows.filter((row) => row.holder === holder))
  beginTurn()
}

const lookIntoOutbox = (): void => {
  isLookDue = true
  beginTurn()
}

const beginTurn = (): void => {
  if (!isRunning || turn) return
  turn = deliverAll()
    .catch((error: unknown) => logger().warn({ err: error }, 'the outbox cannot be read'))
    .finally(() => {
      turn = undefined
      if (own.length > 0 || isLookDue) beginTurn()
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
    lookIntoOutbox()
    await (turn ?? wait(5))
  }
}

const deliverAll = async (): Promise<void> => {
  while (isRunning && (own.length > 0 || isLookDue)) {
    await deliverClaimed(await heldStill(takeOwn()))
    if (isLookDue) await deliverDue()
  }
}

/** Claims what is due at once, and again while there is more. */
const deliverDue = async (): Promise<void> => {
  isLookDue = false
  const rows = await outboxStore.due(BATCH)
  if (rows.length === 0) return
  const hasDone = await deliverClaimed(await outboxStore.claim(rows))
  if (hasDone && rows.length === BATCH) isLookDue = true
}

const takeOwn = (): OutboxRecord[] => own.splice(0)

/** What waited for half its lease behind slow consumers is given back, to be claimed anew. */
const heldStill = async (rows: OutboxRecord[]): Promise<OutboxRecord[]> => {
  const isFresh = ({ leaseUntil }: OutboxRecord) => leaseUntil.getTime() - systemClock().getTime() > LEASE_MS / 2
  const stale = rows.filter((row) => !isFresh(row))
  await outboxStore.release(stale)
  if (stale.length > 0) isLookDue = true
  return rows.filter(isFresh)
}

/** Answers whether anything was done. */
const deliverClaimed = async (rows: OutboxRecord[]): Promise<boolean> => {
  if (rows.length === 0) return false
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
