import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { candidatesOf, noteProgress } from './candidates.ts'
import { convertPledges } from './move-pledges.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

export { provideOpenBids } from './candidates.ts'

/** What later modules may ask of pledges. */
export const pledges = {
  /** The firms bound by a card, with their caps and conditions: for rules, never for screens. By time of pledge. */
  candidatesOf: (needId: string, tx?: Transaction): Promise<Candidate[]> => candidatesOf(needId, tx),

  /** Of the live pledges of a need: firm → pledge. */
  async idsOf(needId: string, tx?: Transaction): Promise<Map<string, string>> {
    return new Map((await pledgeStore.ofNeeds([needId], LIVE, tx)).map((pledge) => [pledge.firmId, pledge._id]))
  },

  /** Firms at the table, with or without a card yet. */
  async joinedFirmIds(needId: string, tx?: Transaction): Promise<string[]> {
    return (await pledgeStore.ofNeeds([needId], LIVE, tx)).map((pledge) => pledge.firmId)
  },

  /** Whether the firm is bound in a need that is still under way: its card is then needed. */
  async hasLive(firmId: string, tx?: Transaction): Promise<boolean> {
    return (await pledgeStore.ofFirm(firmId, ['ready', 'locked'], 1, tx)).length > 0
  },

  /** The award takes these firms; every other is released. */
  convert: (needId: string, firmIds: readonly string[], tx: Transaction): Promise<void> => convertPledges(needId, firmIds, tx),

  /** Counts a need's firms anew after a bid came or went. @throws STALE_STATE */
  noteProgress,
}
