import type { IndexDescriptionInfo } from 'mongodb'
import { currentDatabase } from './connect.ts'
import { type DeclaredIndex, definedModels } from './define-model.ts'

/** Unique and partial indexes carry promises: without one of them, by name and key, the process must not start. @throws Error naming each that is missing or different */
export const assertIndexes = async (): Promise<void> => {
  const db = currentDatabase()
  const broken: string[] = []
  for (const { name: collection, indexes } of definedModels()) {
    if (indexes.length === 0) continue
    const present = new Map((await db.collection(collection).indexes()).map((index) => [index.name, index]))
    broken.push(
      ...indexes.flatMap((index) => faultOf(index, present.get(index.name)).map((fault) => `${collection}.${index.name} (${fault})`)),
    )
  }
  if (broken.length > 0) throw new Error(`indexes that are not as declared: ${broken.join(', ')}. Run the migrations.`)
}

const COMPARED = ['unique', 'partialFilterExpression', 'expireAfterSeconds', 'sparse'] as const

const faultOf = ({ key, options }: DeclaredIndex, present: IndexDescriptionInfo | undefined): string[] => {
  if (!present) return ['missing']
  if (JSON.stringify(present.key) !== JSON.stringify(key)) return [`key ${JSON.stringify(present.key)}`]
  return COMPARED.filter((option) => optionOf(present, option) !== optionOf(options, option))
}

const optionOf = (options: Partial<Record<(typeof COMPARED)[number], unknown>>, name: (typeof COMPARED)[number]): string =>
  JSON.stringify(options[name] || (options[name] === 0 ? 0 : null))
