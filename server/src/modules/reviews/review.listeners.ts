import { now } from '../../platform/clock.ts'
import { onEvent } from '../../platform/events/on-event.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'
import { countReviews } from './count-reviews.ts'
import { openWindow } from './open-window.ts'
import type { ReviewsEventData } from './review.events.ts'

const ofMission = ['reviews.opened', 'reviews.written', 'reviews.published', 'review.replied', 'review.hidden']

export const listenForReviews = () => {
  onEvent<{ missionId: string }>('mission.completed', 'reviews.open-window', ({ missionId }) => openWindow(missionId))
  for (const name of ['reviews.published', 'review.hidden'])
    onEvent<ReviewsEventData>(name, 'reviews.count', ({ freelancerId }) => countReviews(freelancerId, now()))
  for (const name of ofMission) {
    onEvent<ReviewsEventData>(name, 'reviews.tell-screens', async ({ missionId, groupId, freelancerId, firmIds }) => {
      publishChange(`mission:${missionId}`, { entity: 'review', id: missionId })
      if (name === 'reviews.opened')
        for (const id of [...firmIds, freelancerId]) publishChange(`organisation:${id}`, { entity: 'review', id: missionId })
      if (name === 'reviews.opened' || name === 'reviews.written') return
      publishChange(`organisation:${freelancerId}`, { entity: 'review', id: freelancerId })
      publishChange(`group:${groupId}`, { entity: 'review', id: groupId })
    })
  }
  onEvent<ReviewsEventData>('review.reported', 'reviews.tell-desk', async ({ associationId, missionId }) =>
    publishChange(`organisation:${associationId}`, { entity: 'review', id: missionId }),
  )
}
