import type { State } from '../world/state.ts'
import type { World } from '../world/world.ts'
import { invalidRequest } from './stripe-failure.ts'

const EXPANDABLE: Record<string, (state: State) => Record<string, unknown>> = {
  cus: (state) => state.customers,
  pm: (state) => state.paymentMethods,
  seti: (state) => state.setupIntents,
  cs: (state) => state.sessions,
  pi: (state) => state.paymentIntents,
  ch: (state) => state.charges,
  py: (state) => state.charges,
  re: (state) => state.refunds,
  pyr: (state) => state.refunds,
  tr: (state) => state.transfers,
  trr: (state) => state.reversals,
  du: (state) => state.disputes,
  tu: (state) => state.topups,
  po: (state) => state.payouts,
  mandate: (state) => state.mandates,
  txn: (state) => state.balanceTransactions,
}

/** The object an id names, whatever its kind. */
export const objectById = (world: World, id: string): unknown => EXPANDABLE[id.slice(0, id.indexOf('_'))]?.(world.state)[id]

/** A copy of an answer with the asked ids replaced by their objects. Source: docs.stripe.com/api/expanding_objects */
export const expanded = (world: World, answer: unknown, paths: string[]): unknown => {
  const copy: unknown = structuredClone(answer)
  for (const path of paths) expandPath(world, copy, path.split('.'), path)
  return copy
}

const expandPath = (world: World, node: unknown, [field, ...rest]: string[], path: string): void => {
  if (field === undefined || node === null || node === undefined) return
  if (Array.isArray(node)) {
    for (const item of node) expandPath(world, item, [field, ...rest], path)
    return
  }
  const parent = node as Record<string, unknown>
  const value = parent[field]
  if (typeof value === 'string') {
    const object = objectById(world, value)
    if (object === undefined) throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, 'expand')
    parent[field] = structuredClone(object)
  } else if (typeof value !== 'object') {
    if (value === undefined) return
    throw invalidRequest(`This property cannot be expanded (${path}).`, undefined, 'expand')
  }
  expandPath(world, parent[field], rest, path)
}
