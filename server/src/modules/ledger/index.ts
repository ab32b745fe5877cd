import type { EntryDraft } from '@mutuo/shared/ledger/posting.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { bookInTurn } from './book-in-turn.ts'
import { brokenLinks } from './check-chains.ts'
import { entryStore } from './entry.store.ts'
import { postEntry } from './post-entry.ts'

export type { EntryRecord } from './entry.model.ts'

/** What later modules may ask of the books. There is no way to change or to remove an entry. */
export const ledger = {
  bookInTurn,
  /** Answers whether the entry was new. */
  post: (draft: EntryDraft, now: Date, tx: Transaction) => postEntry(draft, now, tx),
  /** Before a mission's first entries, so that its first two writers do not both begin the chain. */
  openChain: (missionId: string, tx: Transaction) => entryStore.openChain(missionId, tx),
  entriesOf: (missionIds: string[]) => entryStore.ofMissions(missionIds),
  /** Latest first. */
  page: (missionId: string, beforeSeq: number, limit: number) => entryStore.ofMission(missionId, beforeSeq, limit),
  all: () => entryStore.all(),
  brokenLinks,
}
