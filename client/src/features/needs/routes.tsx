import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

const texts = ['needs', 'needs-finding', 'skills']

export const routes: RouteObject[] = [
  { path: paths.alerts, lazy: page(texts, async () => (await import('./alerts-page.tsx')).AlertsPage) },
  {
    path: paths.stopAlert(':token'),
    handle: { access: 'anyone' },
    lazy: page(texts, async () => (await import('./stop-alert-page.tsx')).StopAlertPage),
  },
  { path: paths.templates, lazy: page(texts, async () => (await import('./templates-page.tsx')).TemplatesPage) },
  { path: paths.needs, handle: { access: 'anyone' }, lazy: page(texts, async () => (await import('./needs-page.tsx')).NeedsPage) },
  { path: paths.newNeed, lazy: page(texts, async () => (await import('./new-need-page.tsx')).NewNeedPage) },
  {
    path: paths.need(':needId'),
    handle: { access: 'anyone' },
    lazy: page([...texts, 'questions', 'reviews', 'drop-outs'], async () => (await import('./need-page.tsx')).NeedPage),
  },
  { path: paths.editNeed(':needId'), lazy: page(texts, async () => (await import('./edit-need-page.tsx')).EditNeedPage) },
  {
    path: paths.needPoster(':needId'),
    handle: { access: 'anyone' },
    lazy: page(texts, async () => (await import('./poster-page.tsx')).PosterPage),
  },
]
