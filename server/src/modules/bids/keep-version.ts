import { changesBetween } from '@mutuo/shared/bids/bid-change.rules.ts'
import type { BidVersionView } from '@mutuo/shared/bids/bid.schema.ts'
import { areBidsSealed } from '@mutuo/shared/needs/need.rules.ts'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { NeedRecord } from '../needs/index.ts'
import type { BidRecord } from './bid.model.ts'
import { bidVersionStore } from './bid-version.store.ts'

type Kept = { bid: BidRecord; need: NeedRecord; because: BidVersionView['because']; at: Date }

/** What was submitted stays as it was, beside what comes after it. */
export const keepVersion = async ({ bid, need, because, at }: Kept, tx: Transaction): Promise<void> => {
  const former = await bidVersionStore.latest(bid._id, tx)
  await bidVersionStore.insert(
    {
      _id: newId(),
      groupId: bid.groupId,
      needId: bid.needId,
      bidId: bid._id,
      number: (former?.number ?? 0) + 1,
      because,
      content: bid.content,
      changes: former ? changesBetween(former.content, bid.content) : [],
      isOpen: !areBidsSealed(need),
      at,
    },
    tx,
  )
}
