import { randomBytes } from 'node:crypto'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { Request, Response } from 'express'
import passport from 'passport'
import { sessionIdOf } from './session-id.ts'
import { moveSessionSockets } from '../realtime/move-session-sockets.ts'
import { disconnectSession } from '../realtime/end-access.ts'

/** The session of the one who calls. */
export type SessionControl = {
  id: string
  userId: string | null
  organisationId: string | null
  /** The token that every change must carry in `X-CSRF-Token`. Asking for it starts a session. */
  csrfToken(): string
  /** Checks the credentials and begins a new session under a new id. @throws what the accounts refuse */
  signIn(credentials: { email: string; password: string }): Promise<{ userId: string }>
  signOut(): Promise<void>
  actFor(organisationId: string): Promise<void>
}

export const sessionControlOf = (req: Request, res: Response): SessionControl => ({
  get id() {
    return sessionIdOf(req.sessionID)
  },
  get userId() {
    return req.session.passport?.user ?? null
  },
  get organisationId() {
    return req.session.organisationId ?? null
  },
  csrfToken: () => (req.session.csrfToken ??= randomBytes(32).toString('base64url')),
  signIn: async (credentials) => {
    const previous = sessionIdOf(req.sessionID)
    const user = await authenticate(req, res, credentials)
    await new Promise<void>((resolve, reject) => req.logIn(user, (error) => (error ? reject(error) : resolve())))
    disconnectSession(previous)
    return user
  },
  signOut: async () => {
    const ended = sessionIdOf(req.sessionID)
    await new Promise<void>((resolve, reject) => req.session.destroy((error) => (error ? reject(error) : resolve())))
    disconnectSession(ended)
    res.clearCookie(req.app.get('session cookie') as string, { path: '/' })
    res.setHeader('Clear-Site-Data', '"storage"')
  },
  actFor: async (organisationId) => {
    const from = req.session.organisationId
    req.session.organisationId = organisationId
    await saved(req)
    await moveSessionSockets(sessionIdOf(req.sessionID), from, organisationId)
  },
})

type SignedIn = Express.User & { userId: string }

const authenticate = (req: Request, res: Response, credentials: { email: string; password: string }): Promise<SignedIn> => {
  req.body = credentials
  return new Promise((resolve, reject) => {
    const decide = (error: unknown, user: SignedIn | false | null | undefined) =>
      error ? reject(error) : user ? resolve(user) : reject(new DomainError('WRONG_CREDENTIALS'))
    passport.authenticate('local', decide)(req, res, reject)
  })
}

const saved = (req: Request): Promise<void> =>
  new Promise((resolve, reject) => req.session.save((error) => (error ? reject(error) : resolve())))
