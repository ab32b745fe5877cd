import type { Transaction } from '../../platform/mongo/transaction.ts'
import { requestMail } from '../../platform/mail/request-mail.ts'
import { sealPath } from '../../platform/mail/sealed-path.ts'
import type { UserRecord } from './user.model.ts'

type Reader = Pick<UserRecord, 'email' | 'locale' | 'name'>

/** `invitation` brings the person back to the invitation that made them sign up. */
export const sendConfirmation = (reader: Reader, secret: string, invitation: string | undefined, tx: Transaction): void =>
  send(
    reader,
    'accounts.confirm-email',
    { path: sealPath(`/confirmation?token=${secret}${invitation ? `&invitation=${invitation}` : ''}`) },
    tx,
  )

/** Somebody signed up with an address that has its account already: its owner is told, the other person learns nothing. */
export const sendAlreadyRegistered = (reader: Reader, tx: Transaction): void => send(reader, 'accounts.already-registered', {}, tx)

export const sendPasswordReset = (reader: Reader, secret: string, tx: Transaction): void =>
  send(reader, 'accounts.reset-password', { path: sealPath(`/mot-de-passe?token=${secret}`) }, tx)

export const sendPasswordChanged = (reader: Reader, tx: Transaction): void => send(reader, 'accounts.password-changed', {}, tx)

const send = ({ email, locale, name }: Reader, template: string, params: Record<string, string>, tx: Transaction): void =>
  requestMail(tx, { to: email, locale, template, params: { name, ...params } })
