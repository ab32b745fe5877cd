import { hasNegotiation } from '@mutuo/shared/needs/need.rules.ts'
import type { NeedRecord } from './need.model.ts'
import type { JobCall } from '../../platform/jobs/define-job.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { moveNeed, type NeedMove } from './move-need.ts'
import { needStore } from './need.store.ts'

const BATCH = 100

/** What has passed its deadline goes on, or ends: bidding once the minimum is reached, the talks about terms where there are some, the vote once somebody has bid. The vote itself closes with its ballot. */
export const closeDueNeeds = async ({ now }: JobCall): Promise<void> => {
  for (const { _id } of await needStore.due(now, BATCH)) await closeDueNeed(_id, now)
}

const closeDueNeed = (needId: string, now: Date) =>
  transaction(async (tx) => {
    const need = await needStore.find(needId, tx)
    // While its group is frozen nothing moves on: nobody could have acted.
    if (!need || need.closesAt >= now || (await groups.isFrozen(need.groupId, tx))) return
    const move = nextOf(need)
    if (move) await moveNeed(need, move, { actor: 'system', by: '', at: now }, tx)
  })

const nextOf = ({ state, isMinimumReached, bidCount, content }: NeedRecord): NeedMove | null => {
  if (state === 'gathering') return isMinimumReached ? 'openBidding' : 'expire'
  if (state === 'bidding' && bidCount > 0 && hasNegotiation(content)) return 'closeBids'
  if (state === 'bidding' || state === 'negotiating') return bidCount > 0 ? 'openVote' : 'expire'
  return null
}
