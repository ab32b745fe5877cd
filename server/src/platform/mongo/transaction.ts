import { setTimeout as wait } from 'node:timers/promises'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { MongoServerError, MongoServerSelectionError } from 'mongodb'
import mongoose, { type ClientSession } from 'mongoose'
import { callScope, isInTransaction } from './call-scope.ts'
import { isCommitUnknown, isDatabaseUnavailable, isTransient } from './database-unavailable.ts'

/** What happened, in ids and amounts. `key` orders the events about one thing. */
export type DomainEvent = { name: string; key: string; data: object }

/** `emit`: told after the commit, at least once, kept in the same commit. `after`: a hint run once after the commit, which may be lost. */
export type Transaction = { session: ClientSession; emit(event: DomainEvent): void; after(effect: () => void): void }

type Work<R> = (tx: Transaction) => Promise<R>
/** Answers what to do once they are committed. */
type OutboxWriter = (events: DomainEvent[], session: ClientSession) => Promise<() => void>

const LIMIT_MS = 10_000
const OPTIONS = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority', journal: true }, readPreference: 'primary' } as const
const MAX_TIME_EXPIRED = 50

let writeOutbox: OutboxWriter = async () => {
  throw new Error('an event was emitted, but setOutboxWriter() was never called')
}
let reportEffectError = (error: unknown): void => console.error('an effect after a commit failed', error)

export const setOutboxWriter = (writer: OutboxWriter): void => {
  writeOutbox = writer
}

export const setEffectErrorReporter = (report: (error: unknown) => void): void => {
  reportEffectError = report
}

/**
 * All of `work` or none of it, at snapshot isolation and kept by a majority. `work` may run many times: it passes `tx.session` to every
 * operation and calls nothing outside the database. A duplicate key leaves it: catch that outside. A commit whose outcome stays unknown
 * counts as unavailable, so creations carry ids made by the client. @throws DATABASE_UNAVAILABLE after `limitMs` in all
 */
export const transaction = async <R>(work: Work<R>, { limitMs = LIMIT_MS } = {}): Promise<R> => {
  if (isInTransaction()) throw new Error('transaction() inside a transaction: pass tx down instead')
  const deadline = performance.now() + limitMs
  try {
    const session = await mongoose.connection.startSession()
    try {
      const { result, effects } = await attemptUntil(deadline, session, work)
      runEffects(effects)
      return result
    } finally {
      // Not awaited: with the server away, ending waits for it once more.
      void session.endSession().catch(() => undefined)
    }
  } catch (error) {
    throw isDatabaseUnavailable(error) ? new DomainError('DATABASE_UNAVAILABLE') : error
  }
}

type Outcome<R> = { result: R; effects: Array<() => void> }

// The driver's withTransaction() goes on for 120 s and cannot be told otherwise; this is the same algorithm with a deadline of ours.
const attemptUntil = async <R>(deadline: number, session: ClientSession, work: Work<R>): Promise<Outcome<R>> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const outcome = await attemptOnce(session, work)
      await commitUntil(deadline, session)
      return outcome
    } catch (error) {
      const pause = Math.random() * Math.min(5 * 1.5 ** attempt, 500)
      const mayRetry = isTransient(error) && !(error instanceof MongoServerSelectionError) && performance.now() + pause < deadline
      if (!mayRetry) throw error
      await wait(pause)
    }
  }
}

const attemptOnce = async <R>(session: ClientSession, work: Work<R>): Promise<Outcome<R>> => {
  const events: DomainEvent[] = []
  const effects: Array<() => void> = []
  const tx: Transaction = { session, emit: (event) => void events.push(event), after: (effect) => void effects.push(effect) }
  session.startTransaction(OPTIONS)
  try {
    const result = await callScope.run({ isInTransaction: true, reads: undefined }, async () => {
      const answer = await work(tx)
      if (events.length > 0) effects.push(await writeOutbox(events, session))
      return answer
    })
    return { result, effects }
  } catch (error) {
    if (!(error instanceof MongoServerSelectionError) && session.inTransaction()) await session.abortTransaction()
    throw error
  }
}

const commitUntil = async (deadline: number, session: ClientSession): Promise<void> => {
  for (;;) {
    try {
      await session.commitTransaction()
      return
    } catch (error) {
      const isExpired = error instanceof MongoServerError && error.code === MAX_TIME_EXPIRED
      if (!isCommitUnknown(error) || isExpired || performance.now() >= deadline) throw error
    }
  }
}

const runEffects = (effects: Array<() => void>): void => {
  for (const effect of effects) {
    try {
      effect()
    } catch (error) {
      reportEffectError(error)
    }
  }
}
