import type { Locale } from '../access/viewer.ts'
import type { Transaction } from '../mongo/transaction.ts'
import type { MailParams } from './mail-template.ts'

export type MailRequest = { to: string; locale: Locale; template: string; params: MailParams }

/** Has a letter sent after the commit; the server of mails is never waited for. */
export const requestMail = (tx: Transaction, { to, locale, template, params }: MailRequest): void =>
  tx.emit({ name: 'mail.requested', key: to, data: { to, locale, template, params } })
