import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.ballot(':needId', ':ballotId'), lazy: page(['ballots'], async () => (await import('./ballot-page.tsx')).BallotPage) },
  {
    path: paths.objection(':needId', ':ballotId', ':objectionId'),
    lazy: page(['ballots'], async () => (await import('./objection-page.tsx')).ObjectionPage),
  },
]
