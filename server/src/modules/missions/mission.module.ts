import { missionErrors } from '@mutuo/shared/missions/mission.errors.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { missionJobs } from './mission.jobs.ts'
import { listenForMissions } from './mission.listeners.ts'
import { missionMigrations } from './mission.migrations.ts'
import { mayFollowMission } from './mission.view.ts'
import { missionRoutes } from './mission.routes.ts'

export const missionsModule: ServerModule = {
  name: 'missions',
  errors: missionErrors,
  routes: missionRoutes,
  listen: listenForMissions,
  jobs: missionJobs,
  migrations: missionMigrations,
  topics: { mission: mayFollowMission },
}
