import { AsyncLocalStorage } from 'node:async_hooks'

/** What the present call is part of: the work of a transaction, an answer and what was read for it. */
type Scope = { isInTransaction: boolean; reads: Map<string, Promise<unknown>> | undefined }

/** One storage for both: each one costs a little with every promise that is made. */
export const callScope = new AsyncLocalStorage<Scope>()

export const isInTransaction = (): boolean => callScope.getStore()?.isInTransaction ?? false
