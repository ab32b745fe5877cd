import { callScope, isInTransaction } from './call-scope.ts'

/** While an answer is put together nothing that it says changes: what several parts of it need is read once, by readOnce(). */
export const inOneAnswer = <R>(work: () => Promise<R>): Promise<R> =>
  callScope.run({ isInTransaction: isInTransaction(), reads: new Map() }, work)

/** Outside of an answer, and in a transaction, everything is read each time. */
export const isInAnAnswer = (): boolean => knownReads() !== undefined

/** What was read under this key for the same answer, else reads it. Nobody may change what it gives. */
export const readOnce = <R>(key: string, read: () => Promise<R>): Promise<R> => {
  const known = knownReads()
  if (!known) return read()
  const found = (known.get(key) as Promise<R> | undefined) ?? read()
  known.set(key, found)
  return found
}

/** The same of several records of a kind, in an answer: those that it has not read yet are read together. What does not exist is absent. */
export const readManyOnce = async <R extends { _id: string }>(
  kind: string,
  ids: readonly string[],
  read: (ids: string[]) => Promise<R[]>,
): Promise<R[]> => {
  const keyOf = (id: string) => `${kind}:${id}`
  const known = knownReads()!
  const missing = ids.filter((id) => !known.has(keyOf(id)))
  const reading = missing.length > 0 ? read(missing) : Promise.resolve([])
  for (const id of missing)
    known.set(
      keyOf(id),
      reading.then((found) => found.find(({ _id }) => _id === id) ?? null),
    )
  const records = await Promise.all(ids.map((id) => known.get(keyOf(id)) as Promise<R | null>))
  return records.filter((record) => record !== null)
}

const knownReads = (): Map<string, Promise<unknown>> | undefined => {
  const scope = callScope.getStore()
  return scope?.isInTransaction ? undefined : scope?.reads
}
