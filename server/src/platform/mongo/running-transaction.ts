import { AsyncLocalStorage } from 'node:async_hooks'

/** Whether the present call is inside the work of a transaction. */
export const runningTransaction = new AsyncLocalStorage<true>()
