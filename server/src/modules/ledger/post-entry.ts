import { createHash } from 'node:crypto'
import type { EntryDraft } from '@mutuo/shared/ledger/posting.ts'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { EntryRecord } from './entry.model.ts'
import { entryStore } from './entry.store.ts'

export const platformChain = 'platform'

/** Books a movement in the transaction that makes it true; the same key again books nothing. Answers whether it was new. */
export const postEntry = async (draft: EntryDraft, now: Date, tx: Transaction): Promise<boolean> => {
  const missionId = draft.missionId ?? platformChain
  if (draft.lines.reduce((total, line) => total + line.amountMinor, 0) !== 0) throw new Error(`entry ${draft.key} does not balance`)
  if (await entryStore.findByKey(missionId, draft.key, tx)) return false
  const head = await entryStore.advanceHead(missionId, tx)
  const content = {
    key: draft.key,
    type: draft.type,
    missionId,
    currency: draft.currency,
    lines: draft.lines,
    refs: draft.refs,
    seq: head.seq,
    at: now,
  }
  const entry: EntryRecord = { _id: newId(), ...content, prevHash: head.hash, hash: hashOf(content, head.hash) }
  await entryStore.append(entry, tx)
  return true
}

type Hashed = Pick<EntryRecord, 'key' | 'type' | 'missionId' | 'currency' | 'lines' | 'refs' | 'seq' | 'at'>

/** SHA-256 over the former hash and everything that the entry says. */
export const hashOf = ({ key, type, missionId, currency, lines, refs, seq, at }: Hashed, prevHash: string): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        prevHash,
        key,
        type,
        missionId,
        currency,
        lines.map(({ account, amountMinor }) => [account, amountMinor]),
        Object.entries(refs).sort(([a], [b]) => (a < b ? -1 : 1)),
        seq,
        at.toISOString(),
      ]),
    )
    .digest('hex')
