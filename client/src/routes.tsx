import { lazy } from 'react'
import type { RouteObject } from 'react-router'
import { routes as accounts } from './features/accounts/routes.tsx'
import { routes as administration } from './features/administration/admin/routes.tsx'
import { routes as ballots } from './features/ballots/routes.tsx'
import { routes as bids } from './features/bids/routes.tsx'
import { routes as billing } from './features/billing/routes.tsx'
import { routes as chat } from './features/chat/routes.tsx'
import { routes as groups } from './features/groups/routes.tsx'
import { routes as home } from './features/home/routes.tsx'
import { routes as missions } from './features/missions/routes.tsx'
import { routes as needs } from './features/needs/routes.tsx'
import { routes as notifications } from './features/notifications/routes.tsx'
import { routes as organisations } from './features/organisations/routes.tsx'
import { routes as pages } from './features/pages/routes.tsx'
import { routes as pledges } from './features/pledges/routes.tsx'
import { routes as reviews } from './features/reviews/routes.tsx'
import { loadTexts } from './platform/i18n.ts'
import { page } from './platform/lazy-page.ts'
import { paths } from './platform/paths.ts'
import { NotFound } from './shell/not-found.tsx'
import { RouteError } from './shell/route-error.tsx'
import { Shell } from './shell/shell.tsx'
import { LoadingPage } from './ui/loading.tsx'

const AccountMenu = lazy(async () => ({ default: (await import('./features/accounts/account-menu.tsx')).AccountMenu }))
const AccountLinks = lazy(async () => ({ default: (await import('./features/accounts/account-menu.tsx')).AccountLinks }))
const Bell = lazy(async () => {
  const [{ Bell }] = await Promise.all([import('./features/notifications/bell.tsx'), loadTexts(['notifications'])])
  return { default: Bell }
})
const SignInAgain = lazy(async () => ({ default: (await import('./features/accounts/sign-in-again.tsx')).SignInAgain }))

/** Where the features meet: each brings its pages, the shell stands around them. */
export const routes: RouteObject[] = [
  {
    element: <Shell bell={<Bell />} account={<AccountMenu />} menuEnd={<AccountLinks />} overlays={<SignInAgain />} />,
    children: [
      {
        errorElement: <RouteError />,
        hydrateFallbackElement: <LoadingPage />,
        children: [
          ...home,
          ...accounts,
          ...organisations,
          ...groups,
          ...needs,
          ...pledges,
          ...billing,
          ...bids,
          ...ballots,
          ...missions,
          ...reviews,
          ...chat,
          ...notifications,
          { path: paths.desk, lazy: page([], async () => (await import('./desk-page.tsx')).DeskPage) },
          ...administration,
          ...pages,
          { path: '*', handle: { access: 'anyone' }, element: <NotFound /> },
        ],
      },
    ],
  },
]
