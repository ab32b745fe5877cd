import type { Ability } from '@mutuo/shared/http/page.ts'
import { canMove, type Process } from '@mutuo/shared/process/process.ts'
import type { Decision } from './decision.ts'

/**
 * What a screen offers: of the moves named in `checks`, in their order, those that the life cycle allows one of the actors from `state`.
 * A check that says no keeps the move, with its reason.
 */
export const abilitiesOf = <S extends string, M extends string, A extends string, Offered extends M>(
  process: Process<S, M, A>,
  state: S,
  actors: A | readonly A[],
  checks: Record<Offered, Decision>,
): Ability<Offered>[] => {
  const roles = typeof actors === 'string' ? [actors] : actors
  return (Object.keys(checks) as Offered[])
    .filter((move) => roles.some((actor) => canMove(process, state, move, actor)))
    .map((move) => abilityOf(move, checks[move]))
}

export const abilityOf = <M extends string>(move: M, decision: Decision): Ability<M> =>
  decision.allowed ? { move, allowed: true } : { move, ...decision }
