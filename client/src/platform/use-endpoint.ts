import { useRef } from 'react'
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { v7 as uuidv7 } from 'uuid'
import type { Endpoint } from '@mutuo/shared/http/endpoint.ts'
import { ApiProblem, call, type AnswerOf, type InputFor } from './api.ts'

/** The key of a question in the cache; without input, of all questions to that endpoint. */
export const keyOf = <E extends Endpoint>(endpoint: E, input?: InputFor<E>): QueryKey =>
  input === undefined ? [endpoint.name] : [endpoint.name, input]

/** What a screen asks. `enabled` false waits; `keepPrevious` shows the former answer while filters change. */
export const useAnswer = <E extends Endpoint>(
  endpoint: E,
  input: InputFor<E>,
  options: { enabled?: boolean; keepPrevious?: boolean; staleTime?: number } = {},
) =>
  useQuery<AnswerOf<E>, ApiProblem>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData as never } : {}),
  })

type Paged = { items: unknown[]; nextCursor?: string | undefined }

/** A list page by page; `data.pages` are the answers, `fetchNextPage` asks for more. */
export const usePages = <E extends Endpoint>(endpoint: E, input: InputFor<E>, options: { enabled?: boolean } = {}) =>
  useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    queryFn: ({ signal, pageParam }) => call(endpoint, { ...(input as object), cursor: pageParam } as InputFor<E>, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Paged).nextCursor,
    enabled: options.enabled ?? true,
  })

/**
 * What a screen does. The same words sent again after a failure carry the same Idempotency-Key, so that a repeat is harmless.
 * `invalidates`: the questions whose answers may have changed.
 */
export const useAct = <E extends Endpoint>(
  endpoint: E,
  options: { invalidates?: readonly QueryKey[]; onDone?: (answer: AnswerOf<E>, input: InputFor<E>) => unknown } = {},
) => {
  const queries = useQueryClient()
  const key = useIdempotencyKey()
  return useMutation<AnswerOf<E>, ApiProblem, InputFor<E>>({
    mutationFn: async (input) => {
      try {
        const answer = await call(endpoint, input, { idempotencyKey: key.of(input) })
        key.forget()
        return answer
      } catch (error) {
        if (isSettled(error)) key.forget()
        throw error
      }
    },
    onSuccess: async (answer, input) => {
      await Promise.all((options.invalidates ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })))
      await options.onDone?.(answer, input)
    },
  })
}

const useIdempotencyKey = () => {
  const kept = useRef<{ words: string; key: string } | undefined>(undefined)
  return {
    of: (input: unknown) => {
      const words = JSON.stringify(input)
      if (kept.current?.words !== words) kept.current = { words, key: uuidv7() }
      return kept.current.key
    },
    forget: () => void (kept.current = undefined),
  }
}

/** A refusal settles the matter; a network cut or a 5xx does not: the first try may have gone through. */
const isSettled = (error: unknown) =>
  error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500 && error.code !== 'IDEMPOTENCY_IN_FLIGHT'
