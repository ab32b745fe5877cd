import { everyMinute } from '../../platform/jobs/define-job.ts'
import { endGrace } from './end-grace.ts'
import { lookAgain } from './look-again.ts'

export const billingJobs = [
  everyMinute('billing.look-again', ({ now }) => lookAgain(now)),
  everyMinute('billing.end-grace', ({ now }) => endGrace(now)),
]
