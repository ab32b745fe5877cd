import { fold } from '../../data/fold.ts'
import type { UserRecord } from './user.model.ts'

/** As addresses are compared: one account each, whatever the case. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase()

type Asked = Pick<UserRecord, 'name' | 'email' | 'locale' | 'passwordHash'> & { id: string }

export const newAccount = ({ id, name, email, locale, passwordHash }: Asked, now: Date): UserRecord => ({
  _id: id,
  version: 1,
  email,
  emailFold: foldEmail(email),
  name,
  nameFold: fold(name),
  locale,
  passwordHash,
  isAdmin: false,
  isSuspended: false,
  emailConfirmedAt: null,
  createdAt: now,
})
