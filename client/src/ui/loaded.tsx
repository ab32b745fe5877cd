import type { ReactNode } from 'react'
import { ErrorState } from './error-state.tsx'
import { LoadingCards } from './loading.tsx'

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

/** A question's three faces: it loads, it failed (with a retry), it is there. An answer already shown stays while it is asked again. */
export const Loaded = <T,>({ query, loading, children }: { query: Query<T>; loading?: ReactNode; children: (data: T) => ReactNode }) => {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return loading ?? <LoadingCards />
}
