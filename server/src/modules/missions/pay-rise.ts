import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { amendmentStore } from './amendment.store.ts'
import { applicable, applyAmendment } from './apply-amendment.ts'
import { endAmendment } from './expire-amendment.ts'
import { shareMoved } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

type Raises = NonNullable<ShareRecord['raises']>

export const isCollected = async ({ amendmentId }: Raises, tx?: Transaction): Promise<boolean> =>
  (await amendmentStore.find(amendmentId, tx))?.state === 'collecting'

/**
 * What one firm is charged for an amendment is in. With the last payment the amendment applies, in the same commit. Where it is over the payment is not
 * counted, so that it goes back; where the mission has moved on meanwhile it ends here.
 */
export const payRise = async (mission: MissionRecord, line: ShareRecord, raises: Raises, now: Date, tx: Transaction): Promise<boolean> => {
  const amendment = await amendmentStore.find(raises.amendmentId, tx)
  if (amendment?.state !== 'collecting') {
    tx.emit(shareMoved(mission, await missionStore.changeShare(line, { state: shareProcess.moves.turnAway.to, dueBy: null }, tx)))
    return false
  }
  tx.emit(shareMoved(mission, await missionStore.changeShare(line, { state: 'paid', paidAt: now, dueBy: null }, tx)))
  const counted = await amendmentStore.change(amendment, { paidRises: amendment.paidRises + 1 }, tx)
  const found = await applicable(mission, counted, tx)
  if (!found) await endAmendment(mission, counted, now, tx)
  else if (counted.paidRises === found.revision.rises.size) await applyAmendment(mission, counted, found, now, tx)
  return true
}

/** A firm has not paid in its days of grace: the amendment comes to nothing for all. */
export const loseRise = async (mission: MissionRecord, { amendmentId }: Raises, now: Date, tx: Transaction): Promise<void> => {
  const amendment = await amendmentStore.find(amendmentId, tx)
  if (amendment?.state === 'collecting') await endAmendment(mission, amendment, now, tx)
}
