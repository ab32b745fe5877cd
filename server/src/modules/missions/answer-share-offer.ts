import type { acceptShareOffer as acceptEndpoint, declineShareOffer as declineEndpoint } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { handsOverUnpaid } from '@mutuo/shared/missions/hand-over.rules.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { v7 as newId } from 'uuid'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { lineOpened } from './drop-out.events.ts'
import { isTransferable, mayAnswerOffer, mayComeIn, maySeeOffer } from './drop-out.policy.ts'
import { endOffer } from './end-offer.ts'
import { handOver } from './hand-over.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { priceForTaker } from './price-for-taker.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import { shareOfferStore } from './share-offer.store.ts'
import type { ShareRecord } from './share.model.ts'
import { waitingPlaceStore } from './waiting-place.store.ts'

/** @throws NOT_FOUND for everybody but the people of the firm to which it is made */
export const findShareOffer = async (viewer: Viewer, offerId: string, tx?: Transaction): Promise<ShareOfferRecord> => {
  const offer = await shareOfferStore.find(offerId, tx)
  if (!offer || !maySeeOffer(viewer, offer)) throw new DomainError('NOT_FOUND')
  return offer
}

/**
 * A firm takes a share: a line of its own, charged on its saved card. One that was not paid is its own at once; one that is paid becomes its own when its
 * payment is in, and the former firm is then refunded.
 * @throws NOT_FOUND, OWNER_ONLY, NOT_A_MEMBER, CHARTER_NOT_SIGNED, GROUP_FROZEN, OFFER_OVER, OFFER_OUTDATED, ALREADY_IN_MISSION, SHARE_NOT_TRANSFERABLE,
 * PAYMENT_METHOD_MISSING, STALE_STATE
 */
export const acceptShareOffer = ({ viewer, input, now, ip }: Call<typeof acceptEndpoint>) =>
  transaction(async (tx) => {
    const offer = await findShareOffer(viewer, input.offerId, tx)
    const membership = await groups.membershipOf(offer.toFirmId, offer.groupId, tx)
    allow(mayComeIn(viewer, membership, await groups.isFrozen(offer.groupId, tx)))
    allow(mayAnswerOffer(viewer, offer, now))
    const { mission, share, milestones } = await standing(offer, tx)
    await checkTaker(offer, { mission, share, milestones }, tx)
    const passesNow = handsOverUnpaid(share.state)
    const line = lineOf(offer, share, passesNow)
    await missionStore.insertShare(line, tx)
    if (passesNow) await handOver({ mission, former: share, line, milestones, after: offer.after }, now, tx)
    // Touched, so that its firm cannot have it released or changed at the same time.
    else await missionStore.changeShare(share, { state: share.state }, tx)
    const place = await waitingPlaceStore.ofFirm(offer.needId, offer.toFirmId, tx)
    if (place?.state === 'waiting') await waitingPlaceStore.change(place, { state: 'placed' }, tx)
    const answered = await endOffer({ mission, offer }, passesNow ? 'take' : 'accept', { settledAt: now, takenShareId: line._id }, tx)
    await audit({ actor: viewer, action: 'share_offer.accept', object: `share:${share._id}`, after: { offerId: offer._id }, ip }, tx)
    tx.emit(lineOpened(mission, line))
    return answered
  })

/** The firm says no: the next one is asked. It keeps its place for another share. @throws NOT_FOUND, OWNER_ONLY, OFFER_OVER, STALE_STATE */
export const declineShareOffer = ({ viewer, input, now }: Call<typeof declineEndpoint>) =>
  transaction(async (tx) => {
    const offer = await findShareOffer(viewer, input.offerId, tx)
    allow(mayAnswerOffer(viewer, offer, now))
    const { mission } = await standing(offer, tx)
    return endOffer({ mission, offer }, 'decline', { settledAt: now }, tx)
  })

type Standing = { mission: MissionRecord; share: ShareRecord; milestones: MilestoneRecord[] }

const standing = async (offer: ShareOfferRecord, tx: Transaction): Promise<Standing> => {
  const [mission, share] = [await missionStore.find(offer.missionId, tx), await missionStore.share(offer.shareId, tx)]
  if (!mission || !share) throw new DomainError('NOT_FOUND')
  return { mission, share, milestones: await missionStore.milestones([mission._id], tx) }
}

/** What the firm says yes to must still be so, to the cent. */
const checkTaker = async (offer: ShareOfferRecord, { mission, share, milestones }: Standing, tx: Transaction): Promise<void> => {
  const lines = await missionStore.lines([mission._id], tx)
  if (lines.some(({ firmId }) => firmId === offer.toFirmId)) throw new DomainError('ALREADY_IN_MISSION')
  const isFree =
    offer.cause === 'notice'
      ? share.notice !== null && share.state === 'paid' && mission.state === 'active'
      : isTransferable({ mission, share, milestones }) && (offer.cause === 'transfer' || share.state === 'failed')
  if (!isFree) throw new DomainError('SHARE_NOT_TRANSFERABLE')
  const price = await priceForTaker({ mission, milestones, shareId: share._id, after: offer.after }, offer.toFirmId, tx)
  if (price?.amounts.grossMinor !== offer.grossMinor || price.amounts.netMinor !== offer.netMinor) throw new DomainError('OFFER_OUTDATED')
  const card = await organisations.paymentOf(offer.toFirmId, tx)
  if (!card?.paymentMethodId) throw new DomainError('PAYMENT_METHOD_MISSING')
}

const lineOf = (offer: ShareOfferRecord, share: ShareRecord, passesNow: boolean): ShareRecord => {
  const { netMinor, vatMinor, grossMinor, commonNetMinor, ownNetMinor, vatRateBp, vatMention } = offer
  return {
    _id: newId(),
    missionId: share.missionId,
    groupId: share.groupId,
    firmId: offer.toFirmId,
    pledgeId: share.pledgeId,
    state: shareProcess.initial,
    version: 1,
    netMinor,
    vatMinor,
    grossMinor,
    commonNetMinor,
    ownNetMinor,
    takenOffMinor: 0,
    vatRateBp,
    vatMention,
    dueBy: null,
    paidAt: null,
    waterfallStep: null,
    waterfallNotes: [],
    notice: null,
    comesInFor: passesNow ? null : { shareId: share._id, offerId: offer._id, after: offer.after },
    raises: null,
  }
}
