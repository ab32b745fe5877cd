import { keysetPage } from '../../platform/mongo/keyset-page.ts'
import { fold } from '../../data/fold.ts'
import { UserModel, type UserRecord } from './user.model.ts'

const LAST = '\u{10ffff}'

/** A page of people by name; `q` is the beginning of a name or a whole address. */
export const pageOfAccounts = ({ q, limit, cursor }: { q?: string | undefined; limit: number; cursor?: string | undefined }) => {
  const start = fold(q ?? '')
  const filter = q?.includes('@') ? { emailFold: q.trim().toLowerCase() } : start ? { nameFold: { $gte: start, $lt: start + LAST } } : {}
  return keysetPage<UserRecord>(UserModel, { filter, sortKey: 'nameFold', direction: 'asc', limit, cursor })
}
