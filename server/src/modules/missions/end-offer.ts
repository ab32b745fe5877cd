import { canMove, type MoveOf } from '@mutuo/shared/process/process.ts'
import { shareOfferProcess } from '@mutuo/shared/missions/share-offer.process.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { shareOfferEnded } from './drop-out.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import { shareOfferStore } from './share-offer.store.ts'

/** Moves an offer and says so. @throws STALE_STATE */
export const endOffer = async (
  { mission, offer }: { mission: MissionRecord; offer: ShareOfferRecord },
  move: MoveOf<typeof shareOfferProcess>,
  set: Partial<ShareOfferRecord> & { settledAt: Date },
  tx: Transaction,
): Promise<ShareOfferRecord> => {
  const ended = await shareOfferStore.change(offer, { ...set, state: shareOfferProcess.moves[move].to }, tx)
  tx.emit(shareOfferEnded(mission, ended))
  return ended
}

/** Its 48 hours are over without an answer. */
export const expireOffer = (offerId: string, now: Date) =>
  transaction(async (tx) => {
    const offer = await shareOfferStore.find(offerId, tx)
    const mission = offer && (await missionStore.find(offer.missionId, tx))
    if (!mission || offer.expiresAt > now || !canMove(shareOfferProcess, offer.state, 'expire', 'system')) return
    await endOffer({ mission, offer }, 'expire', { settledAt: now }, tx)
  })

/** The mission is over: nobody is asked any more. */
export const withdrawOffers = (missionId: string, now: Date) =>
  transaction(async (tx) => {
    const mission = await missionStore.find(missionId, tx)
    if (!mission) return
    for (const offer of await shareOfferStore.ofMission(missionId, tx))
      if (canMove(shareOfferProcess, offer.state, 'withdraw', 'system'))
        await endOffer({ mission, offer }, 'withdraw', { settledAt: now }, tx)
  })

/** Who said yes could not pay: the share stays where it was. */
export const lapseOffer = async (mission: MissionRecord, offerId: string, now: Date, tx: Transaction): Promise<void> => {
  const offer = await shareOfferStore.find(offerId, tx)
  if (offer && canMove(shareOfferProcess, offer.state, 'lapse', 'system'))
    await endOffer({ mission, offer }, 'lapse', { settledAt: now }, tx)
}
