import mongoose, { type Model, type Schema } from 'mongoose'
import { guardInsertMany, guardOperations } from './guard-operations.ts'

export type DefinedModel = { name: string; model: Model<never>; indexes: DeclaredIndex[]; validator: object | undefined }
export type DeclaredIndex = { name: string; key: Record<string, unknown>; options: Record<string, unknown> }

const defined = new Map<string, DefinedModel>()

/**
 * A model whose indexes and validator are promises: migrate() makes them, assertIndexes() refuses to start without. `name` is the
 * collection. Every index is declared with schema.index() and a name.
 */
export const defineModel = <R>(name: string, schema: Schema<R>, { validator }: { validator?: object } = {}): Model<R> => {
  schema.set('strict', 'throw')
  schema.set('strictQuery', 'throw')
  schema.set('versionKey', false)
  schema.set('minimize', false)
  schema.set('autoIndex', false)
  schema.set('autoCreate', false)
  guardOperations(schema)
  const model = mongoose.model<R>(name, schema, name)
  guardInsertMany(model)
  defined.set(name, { name, model: model as unknown as Model<never>, indexes: declaredIndexes(name, schema), validator })
  return model
}

export const definedModels = (): DefinedModel[] => [...defined.values()]

const declaredIndexes = <R>(collection: string, schema: Schema<R>): DeclaredIndex[] =>
  schema.indexes().map(([key, { background: _, ...options }]) => {
    const { name } = options
    if (!name) throw new Error(`an index of ${collection} has no name: declare ${JSON.stringify(key)} with schema.index(…, { name })`)
    return { name, key, options }
  })
