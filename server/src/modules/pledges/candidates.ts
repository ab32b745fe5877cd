import { areBidsSealed, isBeforeVote } from '@mutuo/shared/needs/need.rules.ts'
import { withoutExclusions } from '@mutuo/shared/pledges/candidate.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { basisOf, type BidTerms } from '@mutuo/shared/pledges/need-offer.ts'
import { progressOf } from '@mutuo/shared/pledges/participation.rules.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { pledgeStore, type PledgeState } from './pledge.store.ts'

/** Bound by a card: from the end of the gathering on nobody leaves, so a ready pledge counts as locked even before its lock is written. */
export const BOUND: PledgeState[] = ['ready', 'locked', 'converted']

type OpenBids = { of(needIds: readonly string[], tx?: Transaction): Promise<Map<string, BidTerms[]>> }

let openBids: OpenBids | undefined

/** Bids say what can be had today; they come after pledges, so they register. */
export const provideOpenBids = (bids: OpenBids): void => {
  openBids = bids
}

export const candidateOf = ({ firmId, capMinor, coverMinor, units, weight, conditions, madeAt }: PledgeRecord): Candidate => ({
  firmId,
  capMinor,
  coverMinor,
  units,
  weight,
  conditions,
  pledgedAt: madeAt,
})

/** Those who can be charged. */
export const candidatesOf = async (needId: string, tx?: Transaction): Promise<Candidate[]> =>
  (await withoutSuspended(await pledgeStore.ofNeeds([needId], BOUND, tx), tx)).map(candidateOf)

/**
 * A firm that is suspended while its pledge is locked neither votes nor is charged: it counts again once it is restored, and is released with the others
 * at the award. Its part of a mission is another matter.
 */
export const withoutSuspended = async (pledges: readonly PledgeRecord[], tx?: Transaction): Promise<PledgeRecord[]> => {
  const locked = pledges.find(({ state }) => state === 'locked')
  const suspended = locked ? await groups.suspendedFirmIds(locked.groupId, tx) : []
  return pledges.filter(({ state, firmId }) => state !== 'locked' || !suspended.includes(firmId))
}

/** With those who are suspended: who could vote and be charged if it were restored. */
export const lockedCandidatesOf = async (needId: string, tx?: Transaction): Promise<Candidate[]> =>
  (await pledgeStore.ofNeeds([needId], BOUND, tx)).map(candidateOf)

/** The same for screens: who excludes whom counts from the vote on, when nobody can come or go any more (decision 012). */
export const shownCandidatesOf = async ({ _id, state }: Pick<NeedRecord, '_id' | 'state'>): Promise<Candidate[]> => {
  const candidates = await candidatesOf(_id)
  return isBeforeVote(state) ? withoutExclusions(candidates) : candidates
}

/** Prices that firms may see today, by need: none while bids are sealed. */
export const openBidsOf = async (
  shown: readonly Pick<NeedRecord, '_id' | 'state' | 'content'>[],
  tx?: Transaction,
): Promise<Map<string, BidTerms[]>> => {
  const open = shown.filter((need) => !areBidsSealed(need)).map((need) => need._id)
  return open.length > 0 && openBids ? openBids.of(open, tx) : new Map()
}

export const offerOfToday = async (need: NeedRecord, candidates: readonly Candidate[], tx?: Transaction) =>
  basisOf(needs.termsOf(need), (await openBidsOf([need], tx)).get(need._id) ?? [], candidates)

/** Counts anew, in the transaction that has changed a pledge or a bid. `bids` is how many came or went. @throws STALE_STATE */
export const noteProgress = async (need: NeedRecord, tx: Transaction, bids = 0): Promise<void> => {
  const candidates = await candidatesOf(need._id, tx)
  const { offer } = await offerOfToday(need, candidates, tx)
  const { hints: _, ...progress } = progressOf(needs.termsOf(need), offer, candidates)
  await needs.note(need, progress, bids, tx)
}
