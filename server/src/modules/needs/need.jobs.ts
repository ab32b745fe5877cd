import { everyMinute } from '../../platform/jobs/define-job.ts'
import { closeDueNeeds } from './close-due-needs.ts'
import { settleDueMerges } from './settle-due-merges.ts'
import { tellDueAlerts } from './tell-alerts.ts'

// Merges first: firms that go along are at their table when it closes.
export const needJobs = [
  everyMinute('needs.settle-merges', settleDueMerges),
  everyMinute('needs.close-due', closeDueNeeds),
  everyMinute('needs.tell-alerts', tellDueAlerts),
]
