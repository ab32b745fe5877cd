import { createHash } from 'node:crypto'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Request } from 'express'
import type { Visitor } from '../access/viewer.ts'
import { systemClock } from '../clock.ts'
import { duplicateKeyOf } from '../mongo/duplicate-key.ts'
import { IdempotencyModel, type IdempotencyRecord } from './idempotency.model.ts'

export type Answer = { status: number; body: string; isReplayed?: boolean }
type Claim = { id: string; fence: number }

const LEASE_MS = 30_000
const KEPT_MS = 48 * 3_600_000
const KEY = /^[\x21-\x7e]{8,255}$/

/**
 * Does the work once per person, endpoint and key: a repeat gets the first answer, byte for byte. A refusal frees the key, because nothing was
 * done; so does a holder that died, after its lease. @throws IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_MISMATCH
 */
export const answerOnce = async (req: Request, endpoint: string, viewer: Visitor, work: () => Promise<Answer>): Promise<Answer> => {
  const key = req.headers['idempotency-key']
  if (typeof key !== 'string' || !KEY.test(key)) throw new DomainError('IDEMPOTENCY_KEY_MISSING')
  const id = hash(JSON.stringify([viewer?.userId ?? 'visitor', endpoint, key]))
  const claimed = await claim(id, hash(`${req.path}\n${req.rawBody?.toString('utf8') ?? ''}`))
  if ('answer' in claimed) return { ...claimed.answer, isReplayed: true }
  return keepAnswer(claimed, work)
}

const claim = async (id: string, bodyHash: string): Promise<Claim | { answer: Answer }> => {
  const first = { _id: id, bodyHash, fence: 1, leaseUntil: inMs(LEASE_MS), expiresAt: inMs(KEPT_MS) }
  try {
    await IdempotencyModel.insertOne(first)
    return { id, fence: 1 }
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
  }
  const known = await IdempotencyModel.findById(id).lean()
  if (!known) return claim(id, bodyHash)
  if (known.bodyHash !== bodyHash) throw new DomainError('IDEMPOTENCY_MISMATCH')
  return known.answer ? { answer: known.answer } : takeOver(known)
}

/** The first holder died: its lease has run out and no answer came. */
const takeOver = async ({ _id, fence }: IdempotencyRecord): Promise<Claim> => {
  const taken = await IdempotencyModel.updateOne(
    { _id, fence, answer: { $exists: false }, leaseUntil: { $lt: systemClock() } },
    { $set: { leaseUntil: inMs(LEASE_MS) }, $inc: { fence: 1 } },
  )
  if (taken.matchedCount === 0) throw new DomainError('IDEMPOTENCY_IN_FLIGHT')
  return { id: _id, fence: fence + 1 }
}

const keepAnswer = async ({ id, fence }: Claim, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    const answer = await work()
    await IdempotencyModel.updateOne({ _id: id, fence }, { $set: { answer } })
    return answer
  } catch (error) {
    await IdempotencyModel.deleteOne({ _id: id, fence }).catch(() => undefined)
    throw error
  }
}

const inMs = (delay: number): Date => new Date(systemClock().getTime() + delay)
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url')
