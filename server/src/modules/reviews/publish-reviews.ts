import { reviewProcess, reviewWindowProcess } from '@mutuo/shared/reviews/review.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { isWindowOpen } from '@mutuo/shared/reviews/review.rules.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { reviewsPublished } from './review.events.ts'
import type { ReviewWindowRecord } from './review-window.model.ts'
import { reviewWindowStore } from './review-window.store.ts'
import type { ReviewRecord } from './review.model.ts'
import { reviewStore } from './review.store.ts'

/** Those of them that are still blind are out, in one event a side. */
export const publish = async (window: ReviewWindowRecord, reviews: readonly ReviewRecord[], at: Date, tx: Transaction): Promise<void> => {
  const blind = reviews.filter(({ state }) => canMove(reviewProcess, state, 'publish', 'system'))
  const { to: state } = reviewProcess.moves.publish
  for (const review of blind)
    await reviewStore.change(review, { state, visibleFrom: at < review.visibleFrom ? at : review.visibleFrom }, tx)
  for (const kind of new Set(blind.map((review) => review.kind))) tx.emit(reviewsPublished(window, kind))
}

/** The window has ended: what was written is out, whoever has not written. Readers were answered so before this ran. */
export const closeWindow = (missionId: string, now: Date): Promise<void> =>
  transaction(async (tx) => {
    const window = await reviewWindowStore.find(missionId, tx)
    if (!window || isWindowOpen(window, now) || !canMove(reviewWindowProcess, window.state, 'close', 'system')) return
    const closed = await reviewWindowStore.change(window, { state: reviewWindowProcess.moves.close.to, remindAt: null }, tx)
    await publish(closed, await reviewStore.ofMission(missionId, tx), now, tx)
  })
