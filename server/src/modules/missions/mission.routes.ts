import * as endpoints from '@mutuo/shared/missions/mission.endpoints.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { serve } from '../../platform/http/serve-endpoint.ts'
import { acceptMilestone } from './accept-milestone.ts'
import { cancelMission } from './cancel-mission.ts'
import { contestMilestone } from './contest-milestone.ts'
import { deliverMilestone } from './deliver-milestone.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'
import { listMissions } from './mission-list.view.ts'
import { presentMission } from './mission.view.ts'
import { requestChanges } from './request-changes.ts'
import { settleContestation } from './settle-contestation.ts'

/** Every act on a mission answers the mission as its viewer sees it now. */
const present = (mission: MissionRecord, { viewer }: { viewer: Viewer }) => presentMission(mission._id, viewer)

export const missionRoutes = [
  serve(endpoints.listMissions, { run: listMissions }),
  serve(endpoints.getMission, { run: ({ viewer, input }) => findMission(viewer, input.missionId), present }),
  serve(endpoints.deliverMilestone, { run: deliverMilestone, present }),
  serve(endpoints.acceptMilestone, { run: acceptMilestone, present }),
  serve(endpoints.requestChanges, { run: requestChanges, present }),
  serve(endpoints.contestMilestone, { run: contestMilestone, present }),
  serve(endpoints.settleContestation, { run: settleContestation, present }),
  serve(endpoints.cancelMission, { run: cancelMission, present }),
]
