import { notificationErrors } from '@mutuo/shared/notifications/notification.errors.ts'
import { every } from '../../platform/jobs/define-job.ts'
import type { ServerModule } from '../../platform/server-module.ts'
import { listenForFindingNotices, listenForMergeNotices } from './finding.notices.ts'
import { listenForGroupNotices } from './group.notices.ts'
import { listenForDropOutNotices } from './drop-out.notices.ts'
import { listenForContractNotices, listenForMissionNotices, listenForMoneyNotices } from './mission.notices.ts'
import { listenForBallotNotices } from './ballot.notices.ts'
import { listenForBidNotices, listenForNeedNotices } from './need.notices.ts'
import { listenForCounterOfferNotices, listenForQuestionNotices } from './negotiation.notices.ts'
import { notificationMails } from './notification.mails.ts'
import { notificationRoutes } from './notification.routes.ts'
import { listenForReviewNotices } from './review.notices.ts'
import { sendDigests } from './send-digests.ts'

export const notificationsModule: ServerModule = {
  name: 'notifications',
  errors: notificationErrors,
  routes: notificationRoutes,
  listen: () => {
    listenForGroupNotices()
    listenForNeedNotices()
    listenForFindingNotices()
    listenForMergeNotices()
    listenForBidNotices()
    listenForQuestionNotices()
    listenForCounterOfferNotices()
    listenForBallotNotices()
    listenForContractNotices()
    listenForDropOutNotices()
    listenForMissionNotices()
    listenForMoneyNotices()
    listenForReviewNotices()
  },
  jobs: [every('5 minutes', 'notifications.send-digests', ({ now }) => sendDigests(now))],
  mails: notificationMails,
}
