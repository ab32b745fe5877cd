import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { fileTypeFromBuffer } from 'file-type'
import { v4 as randomId } from 'uuid'
import { config } from '../config.ts'

export type StoredFile = { id: string; mime: string; size: number }

const LARGEST_BYTES = 10 * 1024 * 1024
const KINDS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'application/pdf': 'pdf' }
const ID = /^[0-9a-f-]{36}\.(png|jpg|webp|pdf)$/

/** Files of people: what they are is read from their first bytes, never from their name; names are ours, outside of what the web serves. */
export const fileStore = {
  /** @throws BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE */
  async put(bytes: Buffer): Promise<StoredFile> {
    if (bytes.length > LARGEST_BYTES) throw new DomainError('BODY_TOO_LARGE')
    const mime = (await fileTypeFromBuffer(bytes))?.mime ?? ''
    const extension = KINDS[mime]
    if (!extension) throw new DomainError('UNSUPPORTED_MEDIA_TYPE')
    const id = `${randomId()}.${extension}`
    await mkdir(config().uploadDir, { recursive: true })
    await writeFile(pathOf(id), bytes, { flag: 'wx' })
    return { id, mime, size: bytes.length }
  },

  /** @throws NOT_FOUND */
  async get(id: string): Promise<{ bytes: Buffer; mime: string }> {
    const [mime] = Object.entries(KINDS).find(([, extension]) => id.endsWith(`.${extension}`)) ?? []
    if (!mime || !ID.test(id)) throw new DomainError('NOT_FOUND')
    const bytes = await readFile(pathOf(id)).catch(() => {
      throw new DomainError('NOT_FOUND')
    })
    return { bytes, mime }
  },

  async remove(id: string): Promise<void> {
    if (ID.test(id)) await rm(pathOf(id), { force: true })
  },
}

const pathOf = (id: string): string => join(config().uploadDir, id)
