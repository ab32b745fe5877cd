import { MongoStore } from 'connect-mongo'
import type { Request, RequestHandler } from 'express'
import session from 'express-session'
import mongoose from 'mongoose'
import { systemClock } from '../clock.ts'
import type { Config } from '../config.ts'
import { currentDatabase } from '../mongo/connect.ts'
import { sessionIdOf } from './session-id.ts'

declare module 'express-session' {
  interface SessionData {
    passport?: { user: string }
    organisationId?: string
    csrfToken?: string
    /** Milliseconds since the epoch. */
    startedAt: number
    userAgent: string
  }
}

const TOUCH_EVERY_SECONDS = 60

/** `__Host-` where there is https: such a cookie is bound to this very host. */
export const sessionCookieName = ({ isSecure }: Config): string => (isSecure ? '__Host-sid' : 'sid')

/** The cookie lasts as long as the browser; the server forgets the session after `sessionIdleMinutes` without a request. */
export const sessionMiddleware = (config: Config): RequestHandler => {
  const store = MongoStore.create({
    client: mongoose.connection.getClient() as never,
    dbName: currentDatabase().databaseName,
    collectionName: 'sessions',
    stringify: false,
    autoRemove: 'disabled',
    ttl: config.sessionIdleMinutes * 60,
    touchAfter: TOUCH_EVERY_SECONDS,
    transformId: sessionIdOf,
  })
  const middleware = session({
    name: sessionCookieName(config),
    secret: config.sessionSecret,
    store,
    resave: false,
    saveUninitialized: false,
    rolling: false,
    proxy: config.trustProxy !== false,
    cookie: { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure },
  })
  dateNewSessions(store as unknown as Generating)
  return middleware
}

type Generating = { generate: (req: Request) => void }

const dateNewSessions = (store: Generating): void => {
  const { generate } = store
  store.generate = (req) => {
    generate(req)
    req.session.startedAt = systemClock().getTime()
    req.session.userAgent = (req.headers['user-agent'] ?? '').slice(0, 200)
  }
}

/** Ends a session that is older than `sessionHours`, whatever its cookie says. */
export const limitSessionAge =
  ({ sessionHours }: Config): RequestHandler =>
  (req, _res, next) => {
    const { startedAt } = req.session
    if (systemClock().getTime() - (startedAt ?? 0) > sessionHours * 3_600_000) {
      req.session.regenerate(next)
      return
    }
    next()
  }
