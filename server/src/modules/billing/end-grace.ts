import { isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { logger } from '../../platform/logger.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { missions, type ShareRecord } from '../missions/index.ts'
import { endAttempt } from './end-attempt.ts'
import { isLive } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'

const batchSize = 200

/**
 * The days of grace are over: the open way to pay is closed first, so that the share is not paid and given to another at the same time. What the bank is
 * still answering is waited for; in a frozen group nobody can pay, so nobody is too late.
 */
export const endGrace = async (now: Date): Promise<void> => {
  for (const share of await missions.sharesPastGrace(now, batchSize)) {
    try {
      await endOne(share, now)
    } catch (error) {
      logger().info({ err: error, shareId: share._id }, 'the end of this grace is looked at again')
    }
  }
}

const endOne = async ({ _id: shareId, groupId }: ShareRecord, now: Date): Promise<void> => {
  if (await groups.isFrozen(groupId)) return
  const open = await paymentStore.latestOfShare(shareId)
  if (open) await endAttempt(open)
  await transaction(async (tx) => {
    const [share, latest] = [await missions.share(shareId, tx), await paymentStore.latestOfShare(shareId, tx)]
    if (!share || !isPayable(share.state) || !share.dueBy || share.dueBy > now || (latest && isLive(latest.state))) return
    // Touched, so that no other attempt begins at the same time.
    if (latest) await paymentStore.change(latest, { state: latest.state }, tx)
    await missions.moveShare(shareId, 'giveUp', { now }, tx)
  })
}
