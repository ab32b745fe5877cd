import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.groups, lazy: page(['groups'], async () => (await import('./groups-page.tsx')).GroupsPage) },
  { path: paths.newGroup, lazy: page(['groups'], async () => (await import('./new-group-page.tsx')).NewGroupPage) },
  { path: paths.group(':groupId'), lazy: page(['groups'], async () => (await import('./group-page.tsx')).GroupPage) },
  { path: paths.editGroup(':groupId'), lazy: page(['groups'], async () => (await import('./edit-group-page.tsx')).EditGroupPage) },
  { path: paths.groupPoster(':groupId'), lazy: page(['groups'], async () => (await import('./poster-page.tsx')).PosterPage) },
  {
    path: paths.invitation(':token'),
    handle: { access: 'anyone' },
    lazy: page(['groups'], async () => (await import('./invitation-page.tsx')).InvitationPage),
  },
]
