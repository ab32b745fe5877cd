import { createHmac, randomBytes } from 'node:crypto'
import { newAccount } from '@mutuo/server/modules/accounts/account.rules.ts'
import { hashPassword } from '@mutuo/server/modules/accounts/password-hash.ts'
import { UserModel } from '@mutuo/server/modules/accounts/user.model.ts'
import { OrganisationModel } from '@mutuo/server/modules/organisations/organisation.model.ts'
import { newOrganisation } from '@mutuo/server/modules/organisations/organisation.rules.ts'
import { now, systemClock } from '@mutuo/server/platform/clock.ts'
import { SessionModel } from '@mutuo/server/platform/http/session.model.ts'
import { sessionCookieName } from '@mutuo/server/platform/http/session.ts'
import { sessionIdOf } from '@mutuo/server/platform/http/session-id.ts'
import type { CreateOrganisationInput } from '@mutuo/shared/organisations/organisation.schema.ts'
import { v7 as newId } from 'uuid'
import type { App } from './app.ts'
import type { Client } from './client/http-client.ts'

/** A signed-in person with a browser of their own. */
export type Person = Client & { userId: string; name: string; email: string; password: string }

export type Newcomer = { name: string; email: string; organisation?: CreateOrganisationInput }

export const PASSWORD = 'un vélo rouge attend la gare'
let passwordHash: Promise<string> | undefined

/**
 * People who signed up, confirmed, founded their organisation and signed in before the story begins: their records, written in three commands. What the
 * forms and letters do is for the tests of accounts and organisations.
 */
export const arriveAll = async (app: App, newcomers: Newcomer[]): Promise<Person[]> => {
  const hash = await (passwordHash ??= hashPassword(PASSWORD))
  const arrived = newcomers.map(({ name, email, organisation }, at) => {
    const account = newAccount({ id: newId(), name, email, locale: 'fr', passwordHash: hash }, now())
    const own = organisation && newOrganisation(organisation, { userId: account._id, role: 'owner', since: now() }, coloursBefore(at))
    return { account: { ...account, emailConfirmedAt: now() }, own, session: newSession(app, account._id, own?._id) }
  })
  await UserModel.insertMany(arrived.map(({ account }) => account))
  await OrganisationModel.insertMany(arrived.flatMap(({ own }) => own ?? []))
  await SessionModel.insertMany(arrived.map(({ session }) => session.record))
  return arrived.map(({ account: { _id, name, email }, session }) => {
    const client = app.client()
    client.useSession(session)
    return Object.assign(client, { userId: _id, name, email, password: PASSWORD })
  })
}

/** The colours that those before have taken, so that neighbours can be told apart. */
const coloursBefore = (at: number): number[] => Array.from({ length: at }, (_, colour) => colour % 8)

/** As express-session and connect-mongo write it. */
const newSession = ({ config }: App, userId: string, organisationId?: string) => {
  const id = randomBytes(24).toString('base64url')
  const csrfToken = randomBytes(32).toString('base64url')
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: config.isSecure, originalMaxAge: null, expires: null }
  const about = { passport: { user: userId }, ...(organisationId && { organisationId }), csrfToken, userAgent: '' }
  const at = systemClock()
  return {
    cookie: { name: sessionCookieName(config), value: encodeURIComponent(`s:${id}.${signatureOf(id, config.sessionSecret)}`) },
    csrfToken,
    record: {
      _id: sessionIdOf(id),
      expires: new Date(at.getTime() + config.sessionIdleMinutes * 60_000),
      lastModified: at,
      session: { cookie, ...about, startedAt: at.getTime() },
    },
  }
}

const signatureOf = (id: string, secret: string): string => createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '')
