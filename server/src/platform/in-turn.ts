const last = new Map<string, Promise<unknown>>()

/** The works of one key run one after the other in this process, in the order in which they came: a failed one holds up nobody. */
export const inTurn = async <R>(key: string, work: () => Promise<R>): Promise<R> => {
  const before = last.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  last.set(key, mine)
  try {
    return await mine
  } finally {
    if (last.get(key) === mine) last.delete(key)
  }
}
