import { createHash } from 'node:crypto'
import { onEvent } from '../events/on-event.ts'
import { transaction } from '../mongo/transaction.ts'
import type { AuditEntry } from './audit.ts'
import { AuditModel, type AuditRecord } from './audit.model.ts'

/** Chains each entry to the one before, apart from the transaction it tells of: a chain inside would make all of them wait for each other. */
export const listenForAudit = (): void => {
  onEvent<AuditEntry>('audit.recorded', 'audit.append', ({ actor, ...entry }, event) =>
    transaction(async (tx) => {
      await event.settle(tx)
      const last = await AuditModel.findOne({}, { seq: 1, hash: 1 }, { session: tx.session }).sort({ seq: -1 }).lean()
      const record = {
        _id: event.id,
        seq: (last?.seq ?? 0) + 1,
        at: event.at,
        actor: typeof actor === 'string' ? actor : actor.userId,
        ...entry,
        previousHash: last?.hash ?? '',
      }
      await AuditModel.insertMany([{ ...record, hash: hashOf(record) }], { session: tx.session })
    }),
  )
}

export type BrokenLink = { seq: number }

/** The first entry that does not follow from the one before, if any. */
export const findBrokenLink = async (): Promise<BrokenLink | undefined> => {
  let previousHash = ''
  let seq = 0
  for await (const { hash, ...record } of AuditModel.find().sort({ seq: 1 }).lean().cursor()) {
    seq += 1
    if (record.seq !== seq || record.previousHash !== previousHash || hashOf(record) !== hash) return { seq }
    previousHash = hash
  }
  return undefined
}

const hashOf = ({ _id, seq, at, actor, action, object, before, after, ip, previousHash }: Omit<AuditRecord, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([_id, seq, at.toISOString(), actor, action, object, before ?? null, after ?? null, ip ?? null, previousHash]))
    .digest('hex')
