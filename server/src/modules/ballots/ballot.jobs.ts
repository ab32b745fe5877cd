import { everyMinute } from '../../platform/jobs/define-job.ts'
import { ballotStore } from './ballot.store.ts'
import { closeDueBallot } from './close-ballot.ts'

const batchSize = 100

export const ballotJobs = [
  everyMinute('ballots.close-due', async ({ now }) => {
    for (const { _id } of await ballotStore.due(now, batchSize)) await closeDueBallot(_id, now)
  }),
]
