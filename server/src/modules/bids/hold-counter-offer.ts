import { counterOfferProcess } from '@mutuo/shared/bids/counter-offer.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove, type MoveOf } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import type { BidRecord } from './bid.model.ts'
import { mayAnswerTerms, mayNegotiate } from './bid.policy.ts'
import { counterOfferStore } from './counter-offer.store.ts'
import type { CounterOfferRecord } from './counter-offer.model.ts'
import { findBid } from './find-bid.ts'

type Asked = { counterOfferId: string; version: number }
type Held = { counterOffer: CounterOfferRecord; bid: BidRecord; need: NeedRecord }

/**
 * For who is about to move it, in whose name the life cycle says. The need is held first: of two who act at once, the second sees what the first did.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, BIDS_SEALED, BIDS_CLOSED, GROUP_FROZEN, STALE_STATE
 */
export const holdCounterOffer = async (
  call: { viewer: Viewer; input: Asked; now: Date },
  move: MoveOf<typeof counterOfferProcess>,
  actor: 'leader' | 'freelancer',
  tx: Transaction,
): Promise<Held> => {
  const { viewer, input, now } = call
  const known = await counterOfferStore.find(input.counterOfferId, tx)
  if (!known) throw new DomainError('NOT_FOUND')
  const { bid, need } = await findBid(viewer, known.bidId, tx)
  allow(actor === 'leader' ? mayNegotiate(viewer, need, now) : mayAnswerTerms(viewer, bid, need, now))
  await groups.assertNotFrozen(need.groupId, tx)
  await needs.hold(need._id, tx)
  if (known.version !== input.version || !canMove(counterOfferProcess, known.state, move, actor)) throw new DomainError('STALE_STATE')
  return { counterOffer: known, bid, need }
}
