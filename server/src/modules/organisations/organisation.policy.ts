import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'

export const isOwnerOf = (viewer: Viewer, organisationId: string) =>
  viewer.organisationId === organisationId && viewer.role === 'owner' ? yes : no('OWNER_ONLY')

/** An owner removes anybody; a member may leave. */
export const mayRemoveColleague = (viewer: Viewer, organisationId: string, userId: string) =>
  viewer.organisationId === organisationId && viewer.userId === userId ? yes : isOwnerOf(viewer, organisationId)
