import { lazy, Suspense, type ComponentType, type LazyExoticComponent } from 'react'
import { Navigate } from 'react-router'
import type { OrganisationKind } from '@mutuo/shared/accounts/account.schema.ts'
import { page } from './platform/lazy-page.ts'
import { paths } from './platform/paths.ts'
import { useSession } from './platform/session.tsx'
import { LoadingPage } from './ui/loading.tsx'

const desk = (namespaces: readonly string[], load: () => Promise<ComponentType>) => {
  const fetchPage = page(namespaces, load)
  return lazy(async () => ({ default: (await fetchPage()).Component }))
}

const desks: Partial<Record<OrganisationKind, LazyExoticComponent<ComponentType>>> = {
  association: desk(
    ['administration-desk', 'reviews'],
    async () => (await import('./features/administration/desk/desk-page.tsx')).AssociationDeskPage,
  ),
  sme: desk(['sme-home', 'reviews'], async () => (await import('./features/sme-home/sme-home-page.tsx')).SmeHomePage),
  freelancer: desk(
    ['freelancer-home', 'payouts', 'reviews'],
    async () => (await import('./features/freelancer-home/freelancer-home-page.tsx')).FreelancerHomePage,
  ),
}

/** One address for the morning's page of each kind of organisation; who has none arrives on the needs. */
export const DeskPage = () => {
  const { active } = useSession()
  const Desk = active ? desks[active.kind] : undefined
  if (!Desk) return <Navigate to={paths.needs} replace />
  return (
    <Suspense fallback={<LoadingPage />}>
      <Desk />
    </Suspense>
  )
}
