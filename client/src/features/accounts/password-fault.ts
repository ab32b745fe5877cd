import type { TFunction } from 'i18next'

const shortest = 12

/** Length alone makes a password strong; the list of known ones is the server's. */
export const passwordFault = (password: string, t: TFunction<'accounts'>) =>
  password.length < shortest ? t('fields.passwordShort', { count: shortest - password.length }) : undefined
