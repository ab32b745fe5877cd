import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import { isWindowOpen, mayReadOfGroup, stateAt } from '@mutuo/shared/reviews/review.rules.ts'
import type { MissionReviews, OwnReview } from '@mutuo/shared/reviews/review.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { findWindow } from './find-review.ts'
import type { ReviewWindowRecord } from './review-window.model.ts'
import type { ReviewRecord } from './review.model.ts'
import { mayRevise, mayWrite, sideOf } from './review.policy.ts'
import { reviewStore } from './review.store.ts'
import { namesIn, presentReview } from './review.view.ts'

/**
 * What a party has written, and may read of the other side. Of the others it is told how many have written, never who.
 * @throws NOT_FOUND
 */
export const presentMissionReviews = async (missionId: string, viewer: Viewer, now: Date): Promise<MissionReviews> => {
  const { mission, window } = await findWindow(viewer, missionId)
  const reviews = window ? await reviewStore.ofMission(missionId) : []
  const mine = reviews.find(({ authorId }) => mayRead('review.marks', readersOf(viewer, mission, authorId)))
  const ofGroup = reviews.find(({ kind }) => kind === 'of_group')
  const names = await namesIn(ofGroup ? [ofGroup] : [], {
    organisationIds: [mission.freelancerId],
    groupIds: [mission.groupId],
  })
  const side = sideOf(viewer, mission)
  const isReadable = ofGroup && ofGroup !== mine && mayReadOfGroup(ofGroup, mine !== undefined, now)
  return {
    missionId,
    title: mission.title,
    groupName: names.groupNames.get(mission.groupId) ?? '',
    freelancer: names.marks.get(mission.freelancerId)!,
    window: !window ? 'none' : isWindowOpen(window, now) ? 'open' : 'closed',
    ...(window && { closesAt: window.closesAt.toISOString() }),
    ...(side && { kind: side }),
    ...(mine && { mine: presentOwn(mine, now) }),
    written: reviews.length,
    awaited: mission.firmIds.length + 1,
    ...(isReadable && { ofGroup: presentOfGroup(ofGroup, window!, { viewer, now, names }) }),
    abilities: abilitiesIn({ window, mine, side, viewer, now }),
  }
}

const presentOwn = (review: ReviewRecord, now: Date): OwnReview => ({
  id: review._id,
  version: review.version,
  state: stateAt(review, now),
  content: review.content,
  writtenAt: review.writtenAt.toISOString(),
})

type Reader = { viewer: Viewer; now: Date; names: Awaited<ReturnType<typeof namesIn>> }

/** With its marks: there is one freelancer, whose review is its own. */
const presentOfGroup = (review: ReviewRecord, window: ReviewWindowRecord, reader: Reader): MissionReviews['ofGroup'] => ({
  ...presentReview(review, { ...reader, windows: new Map([[review.missionId, window]]) }),
  ...(review.content.kind === 'of_group' && { marks: review.content.marks, wouldWorkAgain: review.content.wouldWorkAgain }),
})

type Acting = {
  window: ReviewWindowRecord | null
  mine: ReviewRecord | undefined
  side: ReturnType<typeof sideOf>
  viewer: Viewer
  now: Date
}

const abilitiesIn = ({ window, mine, side, viewer, now }: Acting): MissionReviews['abilities'] => {
  if (mine && window) return [abilityOf('revise', mayRevise(viewer, mine, window, now))]
  return side ? [abilityOf('write', mayWrite(viewer, side, window, now))] : []
}
