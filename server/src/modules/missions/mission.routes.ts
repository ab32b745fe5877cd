import * as amendments from '@mutuo/shared/missions/amendment.endpoints.ts'
import * as contracts from '@mutuo/shared/missions/contract.endpoints.ts'
import * as dropOuts from '@mutuo/shared/missions/drop-out.endpoints.ts'
import * as endpoints from '@mutuo/shared/missions/mission.endpoints.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { acceptContract } from './accept-contract.ts'
import { acceptMilestone } from './accept-milestone.ts'
import { listAmendments, presentAmendment } from './amendment.view.ts'
import { approveAmendment, refuseAmendment } from './answer-amendment.ts'
import { acceptShareOffer, declineShareOffer } from './answer-share-offer.ts'
import { cancelMission } from './cancel-mission.ts'
import { contestMilestone } from './contest-milestone.ts'
import { presentContract } from './contract.view.ts'
import { deliverMilestone } from './deliver-milestone.ts'
import { downloadContract } from './download-contract.ts'
import { presentDropOuts } from './drop-out.view.ts'
import { findMission } from './find-mission.ts'
import { joinWaitingList, leaveWaitingList } from './join-waiting-list.ts'
import { giveNotice, proposeTransfer, takeNoticeBack, withdrawTransfer } from './leave-mission.ts'
import { presentLeaving } from './leaving.view.ts'
import { giveDropOutTime, moveDropOutOn } from './mend-drop-out.ts'
import type { MissionRecord } from './mission.model.ts'
import { listMissions } from './mission-list.view.ts'
import { nameDelegates } from './name-delegates.ts'
import { presentMission } from './mission.view.ts'
import { previewAmendment } from './draft-amendment.ts'
import { proposeAmendment } from './propose-amendment.ts'
import { requestChanges } from './request-changes.ts'
import { settleContestation } from './settle-contestation.ts'
import { listShareOffers, presentShareOffer } from './share-offer.view.ts'
import { presentWaitingList } from './waiting-list.view.ts'
import { withdrawAmendment } from './withdraw-amendment.ts'

/** Every act on a mission answers the mission as its viewer sees it now. */
const present = (mission: MissionRecord, { viewer }: { viewer: Viewer }) => presentMission(mission._id, viewer)
const presentIt = (amendmentId: string, { viewer, input }: { viewer: Viewer; input: { missionId: string } }) =>
  presentAmendment(amendmentId, viewer, input.missionId)

export const missionRoutes = [
  serve(endpoints.listMissions, { run: listMissions }),
  serve(endpoints.getMission, { run: ({ viewer, input }) => findMission(viewer, input.missionId), present }),
  serve(endpoints.deliverMilestone, { run: deliverMilestone, present }),
  serve(endpoints.acceptMilestone, { run: acceptMilestone, present }),
  serve(endpoints.nameDelegates, { run: nameDelegates, present }),
  serve(endpoints.requestChanges, { run: requestChanges, present }),
  serve(endpoints.contestMilestone, { run: contestMilestone, present }),
  serve(endpoints.settleContestation, { run: settleContestation, present }),
  serve(endpoints.cancelMission, { run: cancelMission, present }),
  serve(contracts.getContract, { run: presentContract }),
  serve(contracts.downloadContract, { run: downloadContract }),
  serve(contracts.acceptContract, { run: acceptContract, present: presentContract }),
  serve(amendments.listAmendments, { run: listAmendments }),
  serve(amendments.proposeAmendment, { run: proposeAmendment, present: presentIt }),
  serve(amendments.previewAmendment, { run: previewAmendment }),
  serve(amendments.approveAmendment, { run: approveAmendment, present: presentIt }),
  serve(amendments.refuseAmendment, { run: refuseAmendment, present: presentIt }),
  serve(amendments.withdrawAmendment, { run: withdrawAmendment, present: presentIt }),
  serve(dropOuts.getWaitingList, { run: ({ viewer, input }) => presentWaitingList(input.needId, viewer) }),
  serve(dropOuts.joinWaitingList, { run: joinWaitingList, present: (needId, { viewer }) => presentWaitingList(needId, viewer) }),
  serve(dropOuts.leaveWaitingList, { run: leaveWaitingList, present: (needId, { viewer }) => presentWaitingList(needId, viewer) }),
  serve(dropOuts.listShareOffers, { run: listShareOffers }),
  serve(dropOuts.getShareOffer, { run: ({ viewer, input, now }) => presentShareOffer(input.offerId, viewer, now) }),
  serve(dropOuts.acceptShareOffer, { run: acceptShareOffer, present: ({ _id }, { viewer, now }) => presentShareOffer(_id, viewer, now) }),
  serve(dropOuts.declineShareOffer, { run: declineShareOffer, present: ({ _id }, { viewer, now }) => presentShareOffer(_id, viewer, now) }),
  serve(dropOuts.getLeaving, { run: ({ viewer, input, now }) => presentLeaving(input.shareId, viewer, now) }),
  serve(dropOuts.proposeTransfer, { run: proposeTransfer, present: (shareId, { viewer, now }) => presentLeaving(shareId, viewer, now) }),
  serve(dropOuts.withdrawTransfer, { run: withdrawTransfer, present: (shareId, { viewer, now }) => presentLeaving(shareId, viewer, now) }),
  serve(dropOuts.giveNotice, { run: giveNotice, present: (shareId, { viewer, now }) => presentLeaving(shareId, viewer, now) }),
  serve(dropOuts.takeNoticeBack, { run: takeNoticeBack, present: (shareId, { viewer, now }) => presentLeaving(shareId, viewer, now) }),
  serve(dropOuts.listDropOuts, { run: ({ viewer, input, now }) => presentDropOuts(input.missionId, viewer, now) }),
  serve(dropOuts.moveDropOutOn, { run: moveDropOutOn, present: ({ _id }, { viewer, now }) => presentDropOuts(_id, viewer, now) }),
  serve(dropOuts.giveDropOutTime, { run: giveDropOutTime, present: ({ _id }, { viewer, now }) => presentDropOuts(_id, viewer, now) }),
]
