import { MongoServerError } from 'mongodb'

export type DuplicateKey = { indexName: string; keyPattern: Record<string, unknown>; keyValue: Record<string, unknown> }

/** Which unique index refused a write, or undefined when the error is another one. To be asked outside the transaction, which E11000 has ended. */
export const duplicateKeyOf = (error: unknown): DuplicateKey | undefined => {
  if (!(error instanceof MongoServerError) || error.code !== 11000) return undefined
  const first = error.keyPattern ? error : (error.writeErrors?.[0]?.err ?? error)
  const indexName = /index: (?:\S+\.\$)?(\S+)/.exec(error.message)?.[1] ?? ''
  return { indexName, keyPattern: first.keyPattern ?? {}, keyValue: first.keyValue ?? {} }
}
