import { v7 as newId } from 'uuid'
import { testApp } from '../support/app.ts'
import { NoteModel } from './example/note.model.ts'
import { notesModule } from './example/notes.module.ts'
import { signedIn } from './example/a-client.ts'
import { gone, nina, omar, PASSWORD } from './example/people.ts'

describe('HTTP', () => {
  const app = testApp({ modules: [notesModule] })

  describe('an endpoint', () => {
    it('answers what its schema says, 201 where something was made', async () => {
      const visitor = app.client()
      const id = newId()
      expect(await visitor.post('/notes', { id, text: ' bonjour ' })).toMatchObject({ status: 201, body: { id, text: 'bonjour' } })
      expect(await visitor.get(`/notes/${id}`)).toMatchObject({ status: 200, body: { id, text: 'bonjour' } })
    })

    it('refuses every field at fault at once, by its path', async () => {
      const { status, body, headers } = await app.client().post('/notes', { id: 'x', text: '', more: 1 })
      expect(status).toBe(400)
      expect(headers.get('content-type')).toContain('application/problem+json')
      expect(body.code).toBe('INVALID_INPUT')
      expect(body.issues.map(({ path }: { path: string }) => path).sort()).toEqual(['id', 'more', 'text'])
      expect(body.errorId).toMatch(/^[0-9a-f-]{36}$/)
    })

    it('refuses a body that repeats a parameter of the path', async () => {
      const { status, body } = await app.client().patch(`/notes/${newId()}`, { noteId: newId(), text: 'a' })
      expect({ status, issues: body.issues }).toEqual({ status: 400, issues: [{ path: 'noteId', code: 'collision' }] })
    })

    it('reads a list that is named once, and numbers of a query', async () => {
      expect((await app.client().get('/notes?words=a&limit=5')).body).toEqual({ words: ['a'], limit: 5 })
      expect((await app.client().get('/notes?words=a&words=b')).body).toEqual({ words: ['a', 'b'], limit: 20 })
      expect((await app.client().get('/notes?words[$ne]=a')).status).toBe(400)
    })

    it('fails when its answer holds a field that its view has not', async () => {
      const { status, text } = await app.client().get('/notes/leaky')
      expect(status).toBe(500)
      expect(text).not.toContain('cap')
    })

    it('tells a bug by its id only', async () => {
      const { status, body, text } = await app.client().post('/notes', { id: newId(), text: 'broken' })
      expect({ status, code: body.code }).toEqual({ status: 500, code: 'INTERNAL' })
      expect(text).not.toMatch(/secret|at |\.ts/)
    })

    it('gives a refusal its status, code and parameters', async () => {
      expect(await app.client().post('/notes', { id: newId(), text: 'refused' })).toMatchObject({
        status: 409,
        body: { code: 'NOTE_REFUSED', params: { limit: 3 }, title: 'Conflict', issues: [] },
      })
    })

    it('is unknown under another path, and refused with another method', async () => {
      expect(await app.client().get('/nothing')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
      const { status, headers } = await app.client().delete('/notes')
      expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST, GET' })
    })
  })

  describe('hostile bodies', () => {
    const post = async (body: string, type = 'application/json') => {
      const visitor = app.client()
      const token = (await visitor.get('/session')).body.csrfToken as string
      return visitor.send('/notes', {
        method: 'POST',
        body,
        headers: { 'Content-Type': type, 'X-CSRF-Token': token, 'Idempotency-Key': newId() },
      })
    }

    it.each([
      ['text that is no JSON', '{"id":', 400, 'MALFORMED_BODY'],
      ['JSON ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400, 'MALFORMED_BODY'],
      ['a prototype key', '{"__proto__":{"isAdmin":true},"id":"1","text":"a"}', 400, 'MALFORMED_BODY'],
      ['a hidden prototype key', '{"\\u005f_proto__":{"isAdmin":true},"id":"1","text":"a"}', 400, 'MALFORMED_BODY'],
      ['a constructor', '{"constructor":{"prototype":{}},"id":"1","text":"a"}', 400, 'INVALID_INPUT'],
      ['operators', '{"id":{"$ne":null},"text":{"$gt":""}}', 400, 'INVALID_INPUT'],
      ['a list', '[1]', 400, 'INVALID_INPUT'],
      ['a number', '7', 400, 'MALFORMED_BODY'],
      ['a megabyte', JSON.stringify({ text: 'x'.repeat(1_000_000) }), 413, 'BODY_TOO_LARGE'],
    ])('%s gets a refusal', async (_, body, status, code) => {
      expect(await post(body)).toMatchObject({ status, body: { code } })
    })

    it('refuses what a form could send', async () => {
      expect(await post('id=1', 'application/x-www-form-urlencoded')).toMatchObject({
        status: 415,
        body: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      })
      expect(await post('{"id":1}', 'text/plain')).toMatchObject({ status: 415 })
    })

    it('leaves the prototype of everything as it was', () => {
      expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
    })
  })

  describe('forgery', () => {
    const note = () => ({ id: newId(), text: 'a' })

    it('refuses a change without the token, or with the one of another session', async () => {
      const visitor = app.client()
      const other = (await app.client().get('/session')).body.csrfToken as string
      expect(await visitor.post('/notes', note(), { headers: { 'X-CSRF-Token': '' } })).toMatchObject({
        status: 403,
        body: { code: 'CSRF_REFUSED' },
      })
      expect(await visitor.post('/notes', note(), { headers: { 'X-CSRF-Token': other } })).toMatchObject({ status: 403 })
    })

    it.each(['https://evil.example', 'null', 'http://localhost.evil.example'])('refuses a change from %s, token or not', async (origin) => {
      expect(await app.client().post('/notes', note(), { headers: { Origin: origin } })).toMatchObject({
        status: 403,
        body: { code: 'ORIGIN_REFUSED' },
      })
    })

    it('refuses a change that the browser says comes from another site', async () => {
      expect((await app.client().post('/notes', note(), { headers: { 'Sec-Fetch-Site': 'cross-site' } })).body.code).toBe('ORIGIN_REFUSED')
    })
  })

  describe('a session', () => {
    it('begins under a new id at sign-in, and the old cookie opens nothing', async () => {
      const client = app.client()
      await client.get('/session')
      const before = client.cookie()
      expect(before).toMatch(/^sid=/)
      await client.post('/session', { email: nina.email, password: PASSWORD })
      expect(client.cookie()).not.toBe(before)
      expect((await client.get('/own')).body).toEqual({ name: 'Nina' })
      expect((await client.send('/own', { method: 'GET', headers: { Cookie: before } })).body.name).toBe('Nina')
      expect(await (await fetch(`${app.url}/api/v1/own`, { headers: { Cookie: before } })).json()).toMatchObject({ code: 'SIGNED_OUT' })
    })

    it('needs a person where the endpoint does, and an administrator where it does', async () => {
      expect((await app.client().get('/own')).status).toBe(401)
      expect((await (await signedIn(app)).get('/admin')).status).toBe(403)
      expect((await (await signedIn(app, omar)).get('/admin')).status).toBe(200)
    })

    it('refuses wrong credentials with the code of the accounts', async () => {
      expect(await app.client().post('/session', { email: nina.email, password: 'wrong' })).toMatchObject({
        status: 401,
        body: { code: 'WRONG_CREDENTIALS' },
      })
    })

    it('ends at sign-out, on the server too', async () => {
      const client = await signedIn(app)
      const cookie = client.cookie()
      expect((await client.delete('/session')).status).toBe(200)
      expect((await app.client().send('/own', { method: 'GET', headers: { Cookie: cookie } })).status).toBe(401)
    })

    it('ends when its person is gone', async () => {
      const client = await signedIn(app)
      gone.add(nina.userId)
      expect((await client.get('/own')).status).toBe(401)
      gone.delete(nina.userId)
      expect((await client.get('/own')).status).toBe(401)
    })

    it('is kept under a hash: the database opens no session', async () => {
      const client = await signedIn(app)
      const id = decodeURIComponent(client.cookie().slice('sid='.length)).slice(2).split('.')[0] as string
      const stored = JSON.stringify(await app.database.db().collection('sessions').find().toArray())
      expect(stored).toContain(nina.userId)
      expect(stored).not.toContain(id)
    })

    it('has a cookie that scripts cannot read', async () => {
      const { headers } = await app.client().get('/session')
      expect(headers.getSetCookie()[0]).toMatch(/^sid=.*; Path=\/; HttpOnly; SameSite=Lax$/)
    })
  })

  describe('an idempotency key', () => {
    it('is required', async () => {
      expect((await app.client().post('/notes', { id: newId(), text: 'a' }, { idempotencyKey: null })).body.code).toBe(
        'IDEMPOTENCY_KEY_MISSING',
      )
    })

    it('gives a repeat the first answer, byte for byte', async () => {
      const client = app.client()
      const note = { id: newId(), text: 'répété' }
      const first = await client.post('/notes', note, { idempotencyKey: 'the-same-key' })
      const second = await client.post('/notes', note, { idempotencyKey: 'the-same-key' })
      expect(second.text).toBe(first.text)
      expect([first.status, second.status]).toEqual([201, 201])
      expect(second.headers.get('idempotency-replayed')).toBe('true')
      expect((await client.post('/notes', { ...note, text: 'autre' }, { idempotencyKey: 'the-same-key' })).body.code).toBe(
        'IDEMPOTENCY_MISMATCH',
      )
    })

    it('makes one effect of a hundred requests at once', async () => {
      const client = await signedIn(app)
      const note = { id: newId(), text: 'cent fois' }
      const answers = await Promise.all(Array.from({ length: 100 }, () => client.post('/notes', note, { idempotencyKey: 'hundred-times' })))
      const made = answers.filter(({ status }) => status === 201)
      expect(made.length).toBeGreaterThan(0)
      expect(new Set(made.map(({ text }) => text)).size).toBe(1)
      expect(answers.filter(({ status, body }) => status !== 201 && body.code !== 'IDEMPOTENCY_IN_FLIGHT')).toEqual([])
      expect(await NoteModel.countDocuments({ text: 'cent fois' })).toBe(1)
      expect(
        await app.database
          .db()
          .collection('outbox')
          .countDocuments({ key: note.id, consumer: /remember/ }),
      ).toBe(1)
    })

    it('is free again after a refusal, and belongs to one person', async () => {
      const client = app.client()
      const id = newId()
      expect((await client.post('/notes', { id, text: 'refused' }, { idempotencyKey: 'again-please' })).status).toBe(409)
      expect((await client.post('/notes', { id, text: 'accepted' }, { idempotencyKey: 'again-please' })).status).toBe(201)
      const another = await signedIn(app)
      expect((await another.post('/notes', { id: newId(), text: 'mine' }, { idempotencyKey: 'again-please' })).status).toBe(201)
    })

    it('can be taken over when its first holder died', async () => {
      const client = app.client()
      const note = { id: newId(), text: 'repris' }
      const records = app.database.db().collection('idempotency_records')
      await client.post('/notes', note, { idempotencyKey: 'taken-over' })
      const record = await records.findOne({}, { sort: { expiresAt: -1 } })
      await records.updateOne({ _id: record!._id }, { $unset: { answer: '' } })
      expect((await client.post('/notes', note, { idempotencyKey: 'taken-over' })).body.code).toBe('IDEMPOTENCY_IN_FLIGHT')
      await NoteModel.deleteOne({ _id: note.id })
      await records.updateOne({ _id: record!._id }, { $set: { leaseUntil: new Date(0) } })
      expect((await client.post('/notes', note, { idempotencyKey: 'taken-over' })).status).toBe(201)
    })
  })

  describe('around the API', () => {
    it('tells its health, readiness, version and figures', async () => {
      const visitor = app.client()
      expect((await visitor.get(`${app.url}/healthz`)).body).toEqual({ status: 'alive' })
      expect((await visitor.get(`${app.url}/readyz`)).body).toEqual({ status: 'ready' })
      expect((await visitor.get('/api/version')).body).toEqual({ version: 'test' })
      expect((await visitor.get(`${app.url}/metrics`)).text).toContain('mutuo_http_request_seconds_count{method="GET",resource="notes"')
    })

    it('documents every endpoint, with what it asks and answers', async () => {
      const { body } = await app.client().get('/api/openapi.json')
      expect(body.openapi).toBe('3.1.0')
      expect(Object.keys(body.paths)).toEqual(expect.arrayContaining(['/notes', '/notes/{noteId}', '/session']))
      expect(body.paths['/notes'].post.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header', required: true }])
      expect(body.paths['/notes/{noteId}'].patch.requestBody.content['application/json'].schema.required).toEqual(['text'])
    })

    it('shows the documentation under a policy that lets it run', async () => {
      const page = await app.client().get(`${app.url}/api/docs/`)
      expect(page.status).toBe(200)
      const script = /src="\.\/(swagger-ui-init\.js)"/.exec(page.text)?.[1]
      expect((await app.client().get(`${app.url}/api/docs/${script}`)).text).toContain('/api/openapi.json')
      expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/)
    })

    it('lets a browser that shows an answer load nothing, and keep nothing', async () => {
      const { headers } = await app.client().get('/notes')
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
    })
  })
})
