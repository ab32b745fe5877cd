import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api.ts'

const isWorthRetrying = (tries: number, error: unknown) => {
  const status = error instanceof ApiProblem ? error.problem.status : 0
  return tries < 2 && (status === 0 || status >= 500)
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: isWorthRetrying, staleTime: 15_000, refetchOnWindowFocus: true } },
})
