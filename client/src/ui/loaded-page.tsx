import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../platform/api.ts'
import { EmptyState } from './empty-state.tsx'
import { ErrorState } from './error-state.tsx'
import { LoadingPage } from './loading.tsx'
import { Page } from './page.tsx'

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

/** As Loaded, for the question that a whole page stands on: what is missing or failed is a page too, with its h1. */
export const LoadedPage = <T,>({ query, children }: { query: Query<T>; children: (data: T) => ReactNode }) => {
  const { t } = useTranslation()
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <LoadingPage />
  if (query.error instanceof ApiProblem && query.error.problem.status === 404) return <Missing />
  return (
    <Page title={t('pageFailed.title')}>
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    </Page>
  )
}

/** An address that leads nowhere, or to something that this reader may not see: both look the same. */
export const Missing = ({ actions }: { actions?: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound.title')}>
      <EmptyState title={t('notFound.subtitle')} text={t('notFound.text')} seats={{ filled: 5, seats: 6 }} actions={actions} />
    </Page>
  )
}
