import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { ShareAmounts } from '@mutuo/shared/missions/hand-over.rules.ts'
import { isInForce } from '@mutuo/shared/missions/mission.rules.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { v7 as newId } from 'uuid'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { amendmentCollecting } from './amendment.events.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import { amendmentStore } from './amendment.store.ts'
import { applicable, applyAmendment } from './apply-amendment.ts'
import { lineOpened } from './drop-out.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

/**
 * The last word that was needed is given. Where no share rises the amendment applies at once; else each firm whose share rises is charged the difference,
 * and it applies with the last of these payments. @throws AMENDMENT_OUTDATED, STALE_STATE
 */
export const agreeAmendment = async (mission: MissionRecord, amendment: AmendmentRecord, now: Date, tx: Transaction): Promise<void> => {
  const found = await applicable(mission, amendment, tx)
  if (!found) throw new DomainError('AMENDMENT_OUTDATED')
  const { rises } = found.revision
  if (rises.size === 0) return applyAmendment(mission, amendment, found, now, tx)
  const collecting = await amendmentStore.change(amendment, { answers: amendment.answers, state: 'collecting' }, tx)
  tx.emit(amendmentCollecting(mission, collecting))
  for (const share of found.shares.filter(isInForce)) {
    const rise = rises.get(share.firmId)
    if (!rise) continue
    const line = riseOf(share, rise, amendment._id)
    await missionStore.insertShare(line, tx)
    tx.emit(lineOpened(mission, line))
  }
}

const riseOf = (share: ShareRecord, rise: ShareAmounts, amendmentId: string): ShareRecord => ({
  ...share,
  ...rise,
  _id: newId(),
  state: shareProcess.initial,
  version: 1,
  takenOffMinor: 0,
  dueBy: null,
  paidAt: null,
  waterfallStep: null,
  waterfallNotes: [],
  notice: null,
  comesInFor: null,
  raises: { shareId: share._id, amendmentId, isApplied: false },
})
