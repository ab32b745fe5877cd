import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

const signedIn = { access: 'signedIn' }

export const routes: RouteObject[] = [
  {
    path: paths.onboarding,
    handle: signedIn,
    lazy: page(['organisations', 'skills'], async () => (await import('./onboarding-page.tsx')).OnboardingPage),
  },
  {
    path: paths.newOrganisation,
    handle: signedIn,
    lazy: page(['organisations', 'skills'], async () => (await import('./new-organisation-page.tsx')).NewOrganisationPage),
  },
  {
    path: paths.organisation(':organisationId'),
    handle: signedIn,
    lazy: page(['organisations', 'skills', 'reviews'], async () => (await import('./organisation-page.tsx')).OrganisationPage),
  },
  {
    path: paths.joinOrganisation(':token'),
    handle: signedIn,
    lazy: page(['organisations'], async () => (await import('./join-organisation-page.tsx')).JoinOrganisationPage),
  },
]
