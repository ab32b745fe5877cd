import type { OutputOf } from '@mutuo/shared/http/endpoint.ts'
import type { listAwaitedReviews as endpoint } from '@mutuo/shared/reviews/review.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { missions } from '../missions/index.ts'
import { reviewWindowStore } from './review-window.store.ts'
import { sideOf } from './review.policy.ts'

/** What the viewer's organisation has lived through and not said anything of yet. */
export const listAwaitedReviews = async ({ viewer, now }: Call<typeof endpoint>): Promise<OutputOf<typeof endpoint>> => {
  if (viewer.organisationId === null) return { items: [] }
  const windows = await reviewWindowStore.awaitedOf(viewer.organisationId, now)
  const found = await missions.many(windows.map(({ _id }) => _id))
  const titles = new Map(found.map(({ _id, title }) => [_id, title]))
  return {
    items: windows.flatMap((window) => {
      const kind = sideOf(viewer, window)
      return kind ? [{ missionId: window._id, title: titles.get(window._id) ?? '', kind, closesAt: window.closesAt.toISOString() }] : []
    }),
  }
}
