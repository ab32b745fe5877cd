import { everyMinute } from '../../platform/jobs/define-job.ts'
import { closeWindow } from './publish-reviews.ts'
import { remindReviewers } from './remind-reviewers.ts'
import { reviewWindowStore } from './review-window.store.ts'

const batchSize = 100

export const reviewJobs = [
  everyMinute('reviews.remind', async ({ now }) => {
    for (const missionId of await reviewWindowStore.dueForReminder(now, batchSize)) await remindReviewers(missionId, now)
  }),
  everyMinute('reviews.close-windows', async ({ now }) => {
    for (const missionId of await reviewWindowStore.dueToClose(now, batchSize)) await closeWindow(missionId, now)
  }),
]
