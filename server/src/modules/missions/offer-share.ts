import { firstWhoCan, offerLastsMs, type ShareAmounts } from '@mutuo/shared/missions/hand-over.rules.ts'
import type { ShareOfferCause } from '@mutuo/shared/missions/drop-out.schema.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { shareOfferProcess } from '@mutuo/shared/missions/share-offer.process.ts'
import { nextStep } from '@mutuo/shared/missions/waterfall.rules.ts'
import { waterfallProcess } from '@mutuo/shared/missions/waterfall.process.ts'
import type { VatTreatment } from '@mutuo/shared/money/vat.ts'
import { v7 as newId } from 'uuid'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { shareOffered, waterfallMoved } from './drop-out.events.ts'
import { isAnswerAwaited } from './drop-out.policy.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { priceForTaker } from './price-for-taker.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import { shareOfferStore } from './share-offer.store.ts'
import type { ShareRecord } from './share.model.ts'
import { waitingPlaceStore } from './waiting-place.store.ts'

/**
 * A share that its firm did not pay in time, or gives up with notice, is proposed to the first on the waiting list who can carry it. Where nobody can, an
 * unpaid share goes on to the next step, which the association acts on, and a firm that gave notice stays bound. Asked again, nothing is proposed twice.
 */
export const offerToNext = (shareId: string, now: Date) =>
  transaction(async (tx) => {
    const share = await missionStore.share(shareId, tx)
    const mission = share && (await missionStore.find(share.missionId, tx))
    if (!share || !mission || !isSought(share, mission) || (await groups.isFrozen(mission.groupId, tx))) return
    const offers = await shareOfferStore.ofMission(mission._id, tx)
    if (offers.some((offer) => offer.shareId === shareId && isAnswerAwaited(offer))) return
    const next = await nextTaker(share, mission, offers, tx)
    if (next) await makeOffer({ mission, share, cause: share.notice ? 'notice' : 'unpaid', after: afterOf(share), now, ...next }, tx)
    const step = stepAfter(share, next !== null)
    if (!next && step === share.waterfallStep) return
    // Touched even where its step stays: of two who look for a taker at once, one does.
    const moved = await missionStore.changeShare(share, { waterfallStep: step }, tx)
    if (step !== share.waterfallStep) tx.emit(waterfallMoved(mission, moved))
  })

export const afterOf = ({ notice }: ShareRecord): string | null => notice?.endsOn ?? null

const isSought = (share: ShareRecord, mission: MissionRecord): boolean =>
  (share.state === 'failed' && share.waterfallStep !== null && mission.state === 'collecting') ||
  (share.state === 'paid' && share.notice !== null && mission.state === 'active')

const stepAfter = ({ waterfallStep: step }: ShareRecord, hasTaker: boolean): ShareRecord['waterfallStep'] => {
  if (step === null) return null
  if (hasTaker) return canMove(waterfallProcess, step, 'askTheList', 'system') ? 'waiting_list' : step
  return canMove(waterfallProcess, step, 'askMembers', 'system') ? nextStep(step) : step
}

type Next = { toFirmId: string; amounts: ShareAmounts; treatment: VatTreatment }

/** Who has, or had, a share in the mission, was asked for this one or is being asked for another is passed over. */
const nextTaker = async (share: ShareRecord, mission: MissionRecord, offers: ShareOfferRecord[], tx: Transaction): Promise<Next | null> => {
  const milestones = await missionStore.milestones([mission._id], tx)
  const active = new Set(await groups.activeFirmIds(mission.groupId, tx))
  const waiting = (await waitingPlaceStore.ofNeed(mission.needId, tx)).filter(({ firmId }) => active.has(firmId))
  const passedOver = [
    ...(await missionStore.lines([mission._id], tx)).map(({ firmId }) => firmId),
    ...offers.filter((offer) => offer.shareId === share._id || isAnswerAwaited(offer)).map(({ toFirmId }) => toFirmId),
  ]
  const taking = { mission, milestones, shareId: share._id, after: afterOf(share) }
  for (;;) {
    const anybody = waiting.find(({ firmId }) => !passedOver.includes(firmId))
    const price = anybody && (await priceForTaker(taking, anybody.firmId, tx))
    if (!anybody) return null
    const place = price && firstWhoCan(waiting, price.amounts, passedOver)
    if (price && !place) return null
    if (price && place?.firmId === anybody.firmId) {
      await waitingPlaceStore.change(place, { state: place.state }, tx)
      return { toFirmId: place.firmId, ...price }
    }
    passedOver.push(anybody.firmId)
  }
}

type Offering = Next & { mission: MissionRecord; share: ShareRecord; cause: ShareOfferCause; after: string | null; now: Date }

/** The offer stands for 48 hours, at the price that it names. */
export const makeOffer = async (
  { mission, share, cause, after, now, toFirmId, amounts, treatment }: Offering,
  tx: Transaction,
): Promise<ShareOfferRecord> => {
  const former = await shareOfferStore.ofShare(share._id, tx)
  const offer: ShareOfferRecord = {
    _id: newId(),
    missionId: mission._id,
    needId: mission.needId,
    groupId: mission.groupId,
    shareId: share._id,
    turn: (former.at(-1)?.turn ?? 0) + 1,
    firmId: share.firmId,
    toFirmId,
    cause,
    state: shareOfferProcess.initial,
    version: 1,
    after,
    ...amounts,
    vatRateBp: treatment.rateBp,
    vatMention: treatment.mention,
    offeredAt: now,
    expiresAt: new Date(now.getTime() + offerLastsMs),
    settledAt: null,
    takenShareId: null,
  }
  await shareOfferStore.insert(offer, tx)
  tx.emit(shareOffered(mission, offer))
  return offer
}
