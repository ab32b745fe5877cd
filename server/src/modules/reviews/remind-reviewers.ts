import { isWindowOpen } from '@mutuo/shared/reviews/review.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { reviewersReminded } from './review.events.ts'
import { reviewWindowStore } from './review-window.store.ts'

/** Those who have not written are told that the end is near. Once. */
export const remindReviewers = (missionId: string, now: Date): Promise<void> =>
  transaction(async (tx) => {
    const window = await reviewWindowStore.find(missionId, tx)
    if (!window?.remindAt || window.remindAt > now) return
    const reminded = await reviewWindowStore.change(window, { remindAt: null }, tx)
    const silent = [...window.firmIds, window.freelancerId].filter((id) => !window.writtenBy.includes(id))
    if (silent.length > 0 && isWindowOpen(window, now)) tx.emit(reviewersReminded(reminded, silent))
  })
