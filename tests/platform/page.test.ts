import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testApp } from '../support/app.ts'
import { notesModule } from './example/notes.module.ts'

const folder = mkdtempSync(join(tmpdir(), 'mutuo-client-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><div id="root"></div>')
writeFileSync(join(folder, 'assets', 'main-abc123.js'), `console.log(${JSON.stringify('x'.repeat(5_000))})`)

describe('the client', () => {
  const app = testApp({ modules: [notesModule], environment: { CLIENT_DIR: folder } })
  const get = (path: string, headers: Record<string, string> = { Accept: 'text/html' }) =>
    app.client().get(`${app.url}${path}`, { headers })

  it('is served for every screen, with a nonce that its policy knows and that is new each time', async () => {
    const [first, second] = [await get('/'), await get('/besoins/123')]
    const nonceOf = (text: string) => /nonce="([^"]+)"/.exec(text)?.[1] as string
    expect([first.status, second.status]).toEqual([200, 200])
    expect(nonceOf(first.text)).not.toBe(nonceOf(second.text))
    const policy = second.headers.get('content-security-policy')!
    expect(policy).toContain(`script-src 'self' 'nonce-${nonceOf(second.text)}'`)
    expect(policy).not.toContain('unsafe')
    expect(second.headers.get('cache-control')).toBe('no-cache')
  })

  it('has files that are kept for a year, and compressed', async () => {
    const { headers, status } = await get('/assets/main-abc123.js', { 'Accept-Encoding': 'gzip' })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(headers.get('content-encoding')).toBe('gzip')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('is no answer for a file that is not there, nor for an unknown word of the API', async () => {
    expect((await get('/assets/gone.js')).status).toBe(404)
    expect((await get('/picture.png')).status).toBe(404)
    expect((await get('/api/v1/nothing')).body).toMatchObject({ code: 'NOT_FOUND' })
    expect((await get('/..%2f..%2fetc/passwd')).text).not.toContain('root:')
  })

  it('never gets a session: its pages cost no read', async () => {
    expect((await get('/')).headers.getSetCookie()).toEqual([])
  })
})
