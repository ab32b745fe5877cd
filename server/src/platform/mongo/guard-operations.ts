import type { Model, Schema } from 'mongoose'
import { isInTransaction } from './call-scope.ts'

const QUERIES =
  /^(find|findOne|findOneAndUpdate|findOneAndDelete|findOneAndReplace|updateOne|updateMany|deleteOne|deleteMany|replaceOne|countDocuments|distinct)$/

type Options = { session?: unknown } | undefined
type QueryThis = { getFilter(): object; getOptions(): Options; op?: string }

/**
 * Two mistakes that no type catches, refused before they reach the database: an undefined in a filter (BSON makes it null, and a tenant's
 * filter must never widen), and an operation without the session inside a transaction (it would be outside of it).
 */
export const guardOperations = <R>(schema: Schema<R>): void => {
  const guarded = schema as unknown as Schema
  guarded.pre(QUERIES, { document: false, query: true }, function (this: QueryThis) {
    refuseUndefined(this.getFilter())
    requireSession(this.op ?? 'query', this.getOptions())
  } as never)
  guarded.pre('aggregate', function () {
    requireSession('aggregate', this.options as Options)
  })
  guarded.pre('save', function () {
    requireSession('save', { session: this.$session() })
  })
  guarded.pre('bulkWrite', function (_operations: unknown, options: Options) {
    requireSession('bulkWrite', options)
  } as never)
}

/** The same for insertMany, whose hooks are not told its options. */
export const guardInsertMany = <R>(model: Model<R>): void => {
  const insertMany = model.insertMany.bind(model) as (documents: unknown, options?: Options) => Promise<unknown>
  const guarded = async (documents: unknown, options?: Options) => {
    requireSession('insertMany', options)
    return insertMany(documents, options)
  }
  model.insertMany = guarded as typeof model.insertMany
}

const requireSession = (operation: string, options: Options): void => {
  if (isInTransaction() && !options?.session)
    throw new Error(`${operation} inside a transaction without its session: pass { session: tx.session }`)
}

const refuseUndefined = (filter: object, path = ''): void => {
  for (const [key, value] of Object.entries(filter)) {
    const at = path ? `${path}.${key}` : key
    if (value === undefined) throw new Error(`a filter holds undefined at ${at}`)
    if (Array.isArray(value) || isPlainObject(value)) refuseUndefined(value as object, at)
  }
}

const isPlainObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
