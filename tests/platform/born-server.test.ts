import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bornServer } from '@mutuo/server/platform/http/born-server.ts'
import express, { type Express } from 'express'
import { testApp } from '../support/app.ts'
import { notesModule } from './example/notes.module.ts'

type Seen = { isBorn: boolean; changes: number }

/** Serves one request and tells whether its prototype had to be changed. */
const seenBy = async (serverOf: (app: Express) => Server): Promise<Seen> => {
  const app = express()
  app.get(
    '/',
    (req, res) =>
      void res.json({ isBorn: Object.getPrototypeOf(req) === app.request && Object.getPrototypeOf(res) === app.response, ip: req.ip }),
  )
  const server = serverOf(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const before = new Set<object>()
  server.prependListener('request', (req) => before.add(Object.getPrototypeOf(req) as object))
  const answer = (await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).json()) as { isBorn: boolean }
  await new Promise((resolve) => server.close(resolve))
  return { isBorn: answer.isBorn, changes: [...before].filter((prototype) => prototype !== app.request).length }
}

describe('the server of performance.md §2.1', () => {
  it('makes requests that have Express’s prototypes already, so that none is changed', async () => {
    expect(await seenBy(bornServer)).toEqual({ isBorn: true, changes: 0 })
  })

  it('differs from a plain one in just that', async () => {
    expect(await seenBy((app) => createServer(app))).toEqual({ isBorn: true, changes: 1 })
  })

  describe('under the whole app', () => {
    const app = testApp({ modules: [notesModule] })

    it('keeps what Express gives a request and an answer', async () => {
      const { status, headers } = await app.client().get('/notes?limit=1')
      expect(status).toBe(200)
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    })
  })
})
