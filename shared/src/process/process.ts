/** A life cycle as data: who may make which move from which states. The server's guards, the client's buttons and the tests all read it. */
export type Process<State extends string, Move extends string, Actor extends string> = {
  name: string
  initial: State
  states: readonly State[]
  moves: Record<Move, { from: readonly State[]; to: State; by: readonly Actor[] }>
}

export const defineProcess = <const State extends string, Move extends string, Actor extends string>(process: {
  name: string
  initial: NoInfer<State>
  states: readonly State[]
  moves: Record<Move, { from: readonly NoInfer<State>[]; to: NoInfer<State>; by: readonly Actor[] }>
}): Process<State, Move, Actor> => process

export type StateOf<P> = P extends Process<infer S, string, string> ? S : never
export type MoveOf<P> = P extends Process<string, infer M, string> ? M : never

/** The moves that `actor` may make from `state`, in the order in which a screen should offer them. */
export const movesFrom = <S extends string, M extends string, A extends string>(process: Process<S, M, A>, state: S, actor: A): M[] =>
  (Object.keys(process.moves) as M[]).filter((move) => canMove(process, state, move, actor))

export const canMove = <S extends string, M extends string, A extends string>(process: Process<S, M, A>, state: S, move: M, actor: A) => {
  const { from, by } = process.moves[move]
  return from.includes(state) && by.includes(actor)
}
