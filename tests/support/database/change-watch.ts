import type { ChangeStreamDocument, Db } from 'mongodb'
import { v7 as newId } from 'uuid'

const MARKS = 'test_marks'

export type ChangeWatch = {
  /** The collections in which anything changed since the last call, sorted. */
  changed(): Promise<string[]>
  stop(): Promise<void>
}

/** Hears every change of the open test database but those in `ignored` collections, by a change stream: nothing has to be read again. */
export const watchChanges = async (db: Db, ignored: ReadonlySet<string>): Promise<ChangeWatch> => {
  const stream = db.watch<object, ChangeStreamDocument<{ _id: string }>>([])
  await stream.tryNext()
  return {
    async changed() {
      const mark = newId()
      await db.collection<{ _id: string }>(MARKS).insertOne({ _id: mark })
      const names = new Set<string>()
      for (;;) {
        const change = await stream.next()
        const name = 'ns' in change && 'coll' in change.ns ? change.ns.coll : ''
        if (name === MARKS && 'documentKey' in change && change.documentKey._id === mark) return [...names].sort()
        if (name !== MARKS && !ignored.has(name)) names.add(name)
      }
    },
    stop: () => stream.close(),
  }
}
