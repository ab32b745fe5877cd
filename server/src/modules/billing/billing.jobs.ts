import { everyMinute } from '../../platform/jobs/define-job.ts'
import { lookAgain } from './look-again.ts'

export const billingJobs = [everyMinute('billing.look-again', ({ now }) => lookAgain(now))]
