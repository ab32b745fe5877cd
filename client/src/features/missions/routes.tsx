import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.missions, lazy: page(['missions'], async () => (await import('./missions-page.tsx')).MissionsPage) },
  {
    path: paths.mission(':missionId'),
    lazy: page(['missions', 'contract', 'reviews', 'drop-outs'], async () => (await import('./mission-page.tsx')).MissionPage),
  },
  { path: paths.shareOffer(':offerId'), lazy: page(['drop-outs'], async () => (await import('./share-offer-page.tsx')).ShareOfferPage) },
  { path: paths.contract(':missionId'), lazy: page(['contract'], async () => (await import('./contract-page.tsx')).ContractPage) },
  {
    path: paths.amendments(':missionId'),
    lazy: page(['contract', 'missions'], async () => (await import('./amendments-page.tsx')).AmendmentsPage),
  },
  { path: paths.movements(':missionId'), lazy: page(['missions'], async () => (await import('./movements-page.tsx')).MovementsPage) },
]
