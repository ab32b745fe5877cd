import type { Transaction } from '../mongo/transaction.ts'

export type AuditEntry = {
  actor: { userId: string } | 'system' | 'visitor'
  /** Noun and verb: `bid.award`. */
  action: string
  object: `${string}:${string}`
  before?: object
  after?: object
  ip?: string
}

/** Keeps who did what to what, in the same commit; it joins the hash chain right after. */
export const audit = async (entry: AuditEntry, tx: Transaction): Promise<void> =>
  tx.emit({ name: 'audit.recorded', key: 'audit', data: entry })
