import type { RouteObject } from 'react-router'
import { page } from '../../platform/lazy-page.ts'
import { paths } from '../../platform/paths.ts'

export const routes: RouteObject[] = [
  { path: paths.share(':shareId'), lazy: page(['billing', 'drop-outs'], async () => (await import('./share-page.tsx')).SharePage) },
  { path: paths.paymentMethod, lazy: page(['billing'], async () => (await import('./payment-method-page.tsx')).PaymentMethodPage) },
]
