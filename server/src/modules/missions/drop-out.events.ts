import { aboutMission } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import type { ShareRecord } from './share.model.ts'

type Place = { needId: string; groupId: string; firmId: string }

/** Ids only. Events of a mission come in order. */
export const waitingListChanged = (what: 'joined' | 'left', { needId, groupId, firmId }: Place) => ({
  name: `waiting_list.${what}`,
  key: needId,
  data: { needId, groupId, firmId },
})

const offerEvent = (name: string, mission: MissionRecord, { _id, shareId, firmId, toFirmId, cause, takenShareId }: ShareOfferRecord) => ({
  name,
  key: mission._id,
  data: { ...aboutMission(mission), offerId: _id, shareId, fromFirmId: firmId, toFirmId, cause, takenShareId },
})

export const shareOffered = (mission: MissionRecord, offer: ShareOfferRecord) => offerEvent('share_offer.made', mission, offer)
/** It is over, one way or the other: `share_offer.declined`. */
export const shareOfferEnded = (mission: MissionRecord, offer: ShareOfferRecord) => offerEvent(`share_offer.${offer.state}`, mission, offer)

const shareEvent = <M extends object>(name: string, mission: MissionRecord, share: ShareRecord, more: M) => ({
  name,
  key: mission._id,
  data: { ...aboutMission(mission), shareId: share._id, firmId: share.firmId, ...more },
})

/** A firm that takes a share has its own line: billing charges it. */
export const lineOpened = (mission: MissionRecord, share: ShareRecord) => shareEvent('share.line_opened', mission, share, {})

/** Parts have passed from one firm to another. `paidBackMinor`, VAT included: what the former had paid for them. */
export const shareHandedOver = (
  mission: MissionRecord,
  { former, share, paidBackMinor }: { former: ShareRecord; share: ShareRecord; paidBackMinor: number },
) => shareEvent('share.handed_over', mission, share, { formerShareId: former._id, fromFirmId: former.firmId, paidBackMinor })

export const waterfallMoved = (mission: MissionRecord, share: ShareRecord) =>
  shareEvent('share.step_changed', mission, share, { step: share.waterfallStep ?? 'grace' })

export const noticeGiven = (mission: MissionRecord, share: ShareRecord) => shareEvent('share.notice_given', mission, share, {})
export const noticeTakenBack = (mission: MissionRecord, share: ShareRecord) => shareEvent('share.notice_taken_back', mission, share, {})

export type OfferEventData = ReturnType<typeof shareOffered>['data']
export type HandOverEventData = ReturnType<typeof shareHandedOver>['data']
