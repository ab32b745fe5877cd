import type { RequestHandler } from 'express'
import passport from 'passport'
import { type IStrategyOptionsWithRequest, Strategy } from 'passport-local'
import type { Viewer } from '../access/viewer.ts'
import type { AccountsPort } from './accounts-port.ts'
import { sessionIdOf } from './session-id.ts'

declare global {
  namespace Express {
    interface User extends Partial<Viewer> {
      userId: string
    }
  }
}

const FIELDS: IStrategyOptionsWithRequest = { usernameField: 'email', passwordField: 'password', passReqToCallback: true }

/** Lets passport ask the accounts who signs in and whose session this is. */
export const useAccounts = (accounts: AccountsPort): void => {
  passport.use(
    new Strategy(FIELDS, (req, email, password, done) => {
      accounts.verifyCredentials({ email, password, ip: req.ip ?? '' }).then(
        (user) => done(null, user),
        (error: unknown) => done(error),
      )
    }),
  )
}

/** Before a new composition brings its own. */
export const forgetAccounts = (): void => void passport.unuse('local')

passport.serializeUser((user, done) => done(null, user.userId))

/** Who calls, read again at each request: a changed role, a removal and a suspension hold at once. A session whose person is gone ends. */
export const readViewer =
  (accounts: AccountsPort | undefined): RequestHandler =>
  async (req, _res, next) => {
    const userId = req.session.passport?.user
    if (!userId) return next()
    const viewer = await accounts?.loadViewer({ userId, organisationId: req.session.organisationId ?? null })
    if (viewer) req.user = { ...viewer, sessionId: sessionIdOf(req.sessionID) }
    else await new Promise<void>((resolve, reject) => req.session.regenerate((error) => (error ? reject(error) : resolve())))
    next()
  }
