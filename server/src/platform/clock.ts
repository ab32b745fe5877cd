export const systemClock = (): Date => new Date()

let read = systemClock

/** The present moment, UTC. Rules take `now` as an argument; everything else asks here, so that tests and the demo can move time. */
export const now = (): Date => read()

/** Replaces the source of time; `setClock(systemClock)` puts the real one back. */
export const setClock = (source: () => Date): void => {
  read = source
}
