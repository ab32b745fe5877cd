import { everyMinute } from '../../platform/jobs/define-job.ts'
import { acceptTacitly } from './accept-tacitly.ts'
import { amendmentStore } from './amendment.store.ts'
import { expireOffer } from './end-offer.ts'
import { expireDue } from './expire-amendment.ts'
import { missionStore } from './mission.store.ts'
import { offerToNext } from './offer-share.ts'
import { remindAcceptance } from './remind-acceptance.ts'
import { shareOfferStore } from './share-offer.store.ts'

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
  everyMinute('missions.expire-share-offers', async ({ now }) => {
    for (const { _id } of await shareOfferStore.dueForExpiry(now, batchSize)) await expireOffer(_id, now)
  }),
  // Beside the events that ask for it: in a frozen group nobody is asked, and afterwards somebody has to.
  everyMinute('missions.offer-shares', async ({ now }) => {
    for (const { _id } of await missionStore.sought(batchSize)) await offerToNext(_id, now)
  }),
]
