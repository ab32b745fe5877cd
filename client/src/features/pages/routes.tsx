import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

const anyone = { access: 'anyone' }

export const routes: RouteObject[] = [
  { path: paths.help, handle: anyone, lazy: page(['pages'], async () => (await import('./help-page.tsx')).HelpPage) },
  { path: paths.legal, handle: anyone, lazy: page(['pages'], async () => (await import('./text-page.tsx')).LegalPage) },
  { path: paths.privacy, handle: anyone, lazy: page(['pages'], async () => (await import('./text-page.tsx')).PrivacyPage) },
  { path: paths.accessibility, handle: anyone, lazy: page(['pages'], async () => (await import('./text-page.tsx')).AccessibilityPage) },
]
