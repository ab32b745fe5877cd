import { isOwed } from '@mutuo/shared/missions/mission.rules.ts'
import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import { handsOverPaid, handsOverUnpaid, isUntouched, type HandedMilestone } from '@mutuo/shared/missions/hand-over.rules.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { MissionRecord } from './mission.model.ts'
import { mayReadOf } from './mission.policy.ts'
import type { ShareOfferRecord } from './share-offer.model.ts'
import type { ShareRecord } from './share.model.ts'

type Member = { state: string; isCharterSigned: boolean } | null

/** A firm of the group that has signed its charter, by its owner: who may come into a mission at all. */
export const mayComeIn = (viewer: Viewer, membership: Member, isFrozen: boolean): Decision => {
  if (viewer.organisationKind !== 'sme') return no('WRONG_KIND_OF_ORGANISATION')
  if (membership?.state !== 'active') return no('NOT_A_MEMBER')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (!membership.isCharterSigned) return no('CHARTER_NOT_SIGNED')
  return isFrozen ? no('GROUP_FROZEN') : yes
}

export type WaitingFacts = { needState: string; mission: Pick<MissionRecord, 'state'> | null; isAtTable: boolean; hasCard: boolean }

/** From the lock on, as long as a share may become free. */
export const mayWait = (viewer: Viewer, membership: Member, isFrozen: boolean, facts: WaitingFacts): Decision => {
  const comesIn = mayComeIn(viewer, membership, isFrozen)
  if (!comesIn.allowed) return comesIn
  if (!isListOpen(facts)) return no('WAITING_LIST_CLOSED')
  if (facts.isAtTable) return no('ALREADY_AT_THE_TABLE')
  return facts.hasCard ? yes : no('PAYMENT_METHOD_MISSING')
}

export const mayLeaveList = (viewer: Viewer): Decision => {
  if (viewer.organisationKind !== 'sme') return no('WRONG_KIND_OF_ORGANISATION')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

const isListOpen = ({ needState, mission }: WaitingFacts) =>
  needState === 'bidding' ||
  needState === 'voting' ||
  (needState === 'awarded' && (mission?.state === 'collecting' || mission?.state === 'active'))

/** An offer is known to the people of the firm to which it is made. */
export const maySeeOffer = (viewer: Viewer, { toFirmId }: ShareOfferRecord): boolean =>
  mayRead('offer.terms', readersOf(viewer, { firmIds: [] }, toFirmId))

/** The deadline binds when the answer arrives. */
export const mayAnswerOffer = (viewer: Viewer, offer: ShareOfferRecord, now: Date): Decision => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return offer.state === 'open' && offer.expiresAt > now ? yes : no('OFFER_OVER')
}

const isUnderWay = ({ state }: MissionRecord) => state === 'collecting' || state === 'active'
export const isAnswerAwaited = ({ state }: ShareOfferRecord): boolean => state === 'open' || state === 'accepted'

export type LeavingFacts = {
  mission: MissionRecord
  share: ShareRecord
  milestones: readonly HandedMilestone[]
  offers: readonly ShareOfferRecord[]
}

/** Before the payment the share passes as it is; after it, only as long as nothing of it was accepted, contested or given back. */
export const isTransferable = ({ mission, share, milestones }: Omit<LeavingFacts, 'offers'>): boolean =>
  isUnderWay(mission) &&
  isOwed(share) &&
  (handsOverUnpaid(share.state) || (handsOverPaid(share.state) && isUntouched(milestones, share._id)))

export const mayProposeTransfer = (viewer: Viewer, facts: LeavingFacts): Decision => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (!isTransferable(facts)) return no('SHARE_NOT_TRANSFERABLE')
  return facts.offers.some(isAnswerAwaited) ? no('OFFER_ALREADY_OPEN') : yes
}

export const mayGiveNotice = (viewer: Viewer, { mission, share, offers }: LeavingFacts, freedMinor: number): Decision => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (mission.state !== 'active') return no('MISSION_NOT_ACTIVE')
  if (share.notice) return no('NOTICE_ALREADY_GIVEN')
  if (!isOwed(share) || !handsOverPaid(share.state)) return no('SHARE_NOT_TRANSFERABLE')
  if (offers.some(isAnswerAwaited)) return no('OFFER_ALREADY_OPEN')
  return freedMinor > 0 ? yes : no('NOTICE_FREES_NOTHING')
}

/** Only the association sends a share on, by its owner. */
export const mayMend = (viewer: Viewer, mission: MissionRecord): Decision => {
  if (viewer.organisationId !== mission.associationId) return no('ASSOCIATION_ONLY')
  return viewer.role === 'owner' ? yes : no('OWNER_ONLY')
}

/** What the association reads of who drops out; administrators too. */
export const maySeeDropOuts = (viewer: Viewer, mission: MissionRecord): Decision =>
  mayReadOf(viewer, mission, 'share.dropOut') ? yes : no('ASSOCIATION_ONLY')

/** Who waits, by name and in order. */
export const maySeeWhoWaits = (viewer: Viewer, { associationId }: { associationId: string }): boolean =>
  mayRead('waiting.order', readersOf(viewer, { firmIds: [], associationId }))
