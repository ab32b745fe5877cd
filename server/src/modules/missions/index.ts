import { awaitedFirms } from '@mutuo/shared/missions/mission.rules.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { acceptanceRuleOf } from './acceptance.rules.ts'
import { amendmentStore } from './amendment.store.ts'
import { collectionOf } from './amendment.view.ts'
import { findMission } from './find-mission.ts'
import { mayReadOf } from './mission.policy.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { isCollected } from './pay-rise.ts'
import { moveShare } from './move-share.ts'
import { recordBlocked, recordTransfer } from './record-transfer.ts'
import { shareOfferStore } from './share-offer.store.ts'
import { waitingPlaceStore } from './waiting-place.store.ts'

export type { MissionRecord } from './mission.model.ts'
export type { CellRecord, MilestoneRecord } from './milestone.model.ts'
export type { ShareRecord } from './share.model.ts'
export type { ShareMove } from './move-share.ts'

/** What later modules may ask of missions. */
export const missions = {
  getVisible: (viewer: Viewer, missionId: string) => findMission(viewer, missionId),
  find: (missionId: string, tx?: Transaction) => missionStore.find(missionId, tx),
  /** For the check of the books. */
  allIds: () => missionStore.allIds(),
  many: (missionIds: string[]) => missionStore.many(missionIds),
  share: (shareId: string, tx?: Transaction) => missionStore.share(shareId, tx),
  sharesOf: (missionIds: string[], tx?: Transaction) => missionStore.shares(missionIds, tx),
  /** With those that wait for their payment to come in, and what is charged for amendments. */
  linesOf: (missionIds: string[], tx?: Transaction) => missionStore.lines(missionIds, tx),
  /** What each firm whose share rises is charged for an amendment. */
  risesOf: (amendmentId: string, tx?: Transaction) => missionStore.rises(amendmentId, tx),
  collectionOf,
  /** Unpaid, and their days of grace are over. */
  sharesPastGrace: (now: Date, limit: number) => missionStore.pastGrace(now, limit),
  /** Whether the firm waits for a share, with its card. */
  isWaiting: (firmId: string) => waitingPlaceStore.isWaiting(firmId),
  shareOffer: (offerId: string) => shareOfferStore.find(offerId),
  milestone: (missionId: string, milestoneId: string, tx?: Transaction) => missionStore.milestone(missionId, milestoneId, tx),
  /** The firms whose word on a delivery is still needed. */
  awaitedFirms: (mission: MissionRecord, milestone: MilestoneRecord) => awaitedFirms(milestone, acceptanceRuleOf(mission, milestone)),
  milestonesOf: (missionIds: string[], tx?: Transaction) => missionStore.milestones(missionIds, tx),
  /** Latest first. */
  ofFreelancer: async (freelancerId: string, limit = 50) => (await missionStore.page({ freelancerId }, limit, undefined)).items,
  /** Each mission once an amendment that was applied. */
  amendedOf: (missionIds: string[]) => amendmentStore.appliedIn(missionIds),
  amendment: (amendmentId: string) => amendmentStore.find(amendmentId),
  pageOfFreelancer: (freelancerId: string, limit: number, cursor: string | undefined) => missionStore.page({ freelancerId }, limit, cursor),
  ofGroup: async (groupId: string, limit = 50) => (await missionStore.page({ groupId }, limit, undefined)).items,
  ofAssociation: async (associationId: string, limit = 100) => (await missionStore.page({ associationId }, limit, undefined)).items,
  /** By the table of audiences. */
  mayRead: mayReadOf,
  /** Whether the payments of an amendment are still wanted. */
  isCollected,
  moveShare,
  recordTransfer,
  recordBlocked,
}
