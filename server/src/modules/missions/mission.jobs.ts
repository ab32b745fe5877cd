import { everyMinute } from '../../platform/jobs/define-job.ts'
import { acceptTacitly } from './accept-tacitly.ts'
import { amendmentStore } from './amendment.store.ts'
import { expireDue } from './expire-amendment.ts'
import { missionStore } from './mission.store.ts'
import { remindAcceptance } from './remind-acceptance.ts'

const batchSize = 100

export const missionJobs = [
  everyMinute('missions.accept-tacitly', async ({ now }) => {
    for (const { _id, missionId } of await missionStore.dueForTacitAcceptance(now, batchSize))
      await acceptTacitly({ missionId, milestoneId: _id, now })
  }),
  everyMinute('missions.remind-acceptance', async ({ now }) => {
    for (const { _id, missionId } of await missionStore.dueForReminder(now, batchSize))
      await remindAcceptance({ missionId, milestoneId: _id, now })
  }),
  everyMinute('missions.expire-amendments', async ({ now }) => {
    for (const { _id } of await amendmentStore.dueForExpiry(now, batchSize)) await expireDue(_id, now)
  }),
]
