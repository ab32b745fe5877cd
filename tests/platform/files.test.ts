import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig, useConfig } from '@mutuo/server/platform/config.ts'
import { fileStore } from '@mutuo/server/platform/files/file-store.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

describe('the file store', () => {
  beforeAll(() => {
    useConfig(
      parseConfig({
        MONGODB_URI: 'mongodb://db/x',
        SESSION_SECRET: 'x'.repeat(32),
        UPLOAD_DIR: mkdtempSync(join(tmpdir(), 'mutuo-files-')),
      }),
    )
  })

  it('gives back what it was given, under a name of its own', async () => {
    const { id, mime, size } = await fileStore.put(png)
    expect({ mime, size }).toEqual({ mime: 'image/png', size: png.length })
    expect((await fileStore.get(id)).bytes.equals(png)).toBe(true)
    await fileStore.remove(id)
    await expect(fileStore.get(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture that is a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a program', Buffer.from('7f454c46020101000000000000000000', 'hex')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s, whatever its name', async (_, bytes) => {
    await expect(fileStore.put(bytes)).rejects.toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' })
  })

  it('refuses more than 10 MB', async () => {
    await expect(fileStore.put(Buffer.concat([png, Buffer.alloc(11_000_000)]))).rejects.toMatchObject({ code: 'BODY_TOO_LARGE' })
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'a.png', '..%2f.png'])('knows no %s', async (id) => {
    await expect(fileStore.get(id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
