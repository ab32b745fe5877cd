import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { MailRequest } from './request-mail.ts'

export type OutgoingMail = MailRequest & { id: string; at: Date; subject: string; text: string; html: string }

/** Gives a letter to whoever carries it. The same `id` again is the same letter. */
export type MailPort = (mail: OutgoingMail) => Promise<void>

const TIMEOUT_MS = 10_000

export const mailPort = (config: Config): MailPort => (config.smtpUrl ? bySmtp(config.smtpUrl, config) : intoFolder(config.mailDir, config))

const bySmtp = (url: string, config: Config): MailPort => {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  } as object)
  return async (mail) => void (await transport.sendMail(envelope(mail, config)))
}

/** For development: each letter as a mail program opens it, and beside it what a test or the demo reads. */
const intoFolder = (folder: string, config: Config): MailPort => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail) => {
    const { message } = await transport.sendMail(envelope(mail, config))
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${mail.at.toISOString().replaceAll(/[:.]/g, '-')}-${mail.template}-${mail.id}`)
    await writeFile(`${path}.eml`, message as Buffer)
    await writeFile(`${path}.json`, JSON.stringify(mail, null, 2))
  }
}

const envelope = ({ id, at, to, subject, text, html }: OutgoingMail, { mailFrom, appUrl }: Config) => ({
  messageId: `<${id}@${new URL(appUrl).hostname}>`,
  date: at,
  from: mailFrom,
  to: { name: '', address: to },
  subject,
  text,
  html,
  disableFileAccess: true,
  disableUrlAccess: true,
})
