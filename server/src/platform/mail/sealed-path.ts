import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { appUrl, config } from '../config.ts'
import type { MailParams } from './mail-template.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16

const key = (): Buffer => Buffer.from(hkdfSync('sha256', config().sessionSecret, '', 'the links of letters', 32))

/** A path with a secret in it, as a letter's `path` while it waits to be sent: whoever reads the database reads no secret. */
export const sealPath = (path: `/${string}`): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const sealed = Buffer.concat([cipher.update(path, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The address that a letter's sealed `path` leads to. */
export const sealedLink = ({ path }: MailParams): string => {
  const bytes = Buffer.from(String(path), 'base64url')
  const opening = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, NONCE_BYTES))
  opening.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const opened = Buffer.concat([opening.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), opening.final()]).toString('utf8')
  return appUrl(opened as `/${string}`)
}
