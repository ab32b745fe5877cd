import { everyMinute } from '../../platform/jobs/define-job.ts'
import { closeDueNeeds } from './close-due-needs.ts'

export const needJobs = [everyMinute('needs.close-due', closeDueNeeds)]
