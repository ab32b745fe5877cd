import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Model, QueryFilter, UpdateQuery } from 'mongoose'
import type { Transaction } from './transaction.ts'

/** A record that is moved from a state, and only by who has seen its present version. */
type Versioned = { version: number }

/** Moves one record on condition that nobody did meanwhile, and adds 1 to its version. Answers the record after. @throws STALE_STATE */
export const guardedUpdate = async <R extends Versioned>(
  model: Model<R>,
  filter: QueryFilter<R> & { _id: unknown; version: number },
  update: UpdateQuery<R>,
  { session }: Pick<Transaction, 'session'>,
): Promise<R> => {
  const next = { ...update, $inc: { ...update.$inc, version: 1 } } as UpdateQuery<R>
  const after = await model.findOneAndUpdate(filter, next, { session, returnDocument: 'after' }).lean()
  if (!after) throw new DomainError('STALE_STATE')
  return after as R
}
