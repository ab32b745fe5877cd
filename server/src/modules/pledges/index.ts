import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { candidateOf, candidatesOf, lockedCandidatesOf, noteProgress, shownCandidatesOf } from './candidates.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { convertPledges } from './move-pledges.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

export { provideOpenBids } from './candidates.ts'

/** What later modules may ask of pledges. */
export const pledges = {
  /** The firms bound by a card that can be charged, with their caps and conditions: for rules, never for screens. By time of pledge. */
  candidatesOf: (needId: string, tx?: Transaction): Promise<Candidate[]> => candidatesOf(needId, tx),

  /** The same with those that are suspended from the group: they may be restored. */
  lockedCandidatesOf: (needId: string, tx?: Transaction): Promise<Candidate[]> => lockedCandidatesOf(needId, tx),

  /** The same as prices on screens may count them. */
  shownCandidatesOf: (need: Pick<NeedRecord, '_id' | 'state'>): Promise<Candidate[]> => shownCandidatesOf(need),

  /** The firm as it has pledged, with or without a card yet. */
  async ownCandidateOf(firmId: string, needId: string): Promise<Candidate | null> {
    const own = await pledgeStore.ofFirmIn(firmId, needId, LIVE)
    return own && candidateOf(own)
  },

  /** Of the live pledges of a need: firm → pledge. */
  async idsOf(needId: string, tx?: Transaction): Promise<Map<string, string>> {
    return new Map((await pledgeStore.ofNeeds([needId], LIVE, tx)).map((pledge) => [pledge.firmId, pledge._id]))
  },

  /** Firms at the table, with or without a card yet; of a need that came to nothing, those who were. */
  async joinedFirmIds(needId: string, tx?: Transaction): Promise<string[]> {
    const { state } = await needs.get(needId, tx)
    const states = state === 'expired' || state === 'cancelled' ? [...LIVE, 'released' as const] : LIVE
    return [...new Set((await pledgeStore.ofNeeds([needId], states, tx)).map((pledge) => pledge.firmId))]
  },

  /** Pledges that wait for their firm's card, by time: which need they are for, and since when. */
  async withoutCard(needIds: readonly string[]): Promise<{ needId: string; madeAt: Date }[]> {
    return (await pledgeStore.ofNeeds(needIds, ['draft'])).map(({ needId, madeAt }) => ({ needId, madeAt }))
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
