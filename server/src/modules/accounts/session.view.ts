import type { SessionView } from '@mutuo/shared/accounts/account.schema.ts'
import type { SessionControl } from '../../platform/http/session-control.ts'
import { accountStore } from './account.store.ts'
import { activeOf, organisationsOf } from './organisations-port.ts'
import type { UserRecord } from './user.model.ts'

/** Who the session belongs to and for whom it acts; a visitor gets the token that lets them sign in. */
export const presentSession = async (session: SessionControl): Promise<SessionView> => {
  const [user, organisations] = session.userId
    ? await Promise.all([accountStore.find(session.userId), organisationsOf(session.userId)])
    : [null, []]
  return {
    csrfToken: session.csrfToken(),
    user: user && presentUser(user),
    organisations: user ? organisations : [],
    active: user && activeOf(organisations, session.organisationId),
  }
}

const presentUser = ({ _id, name, email, locale, isAdmin, emailConfirmedAt }: UserRecord): NonNullable<SessionView['user']> => ({
  id: _id,
  name,
  email,
  locale,
  isAdmin,
  emailConfirmed: emailConfirmedAt !== null,
})
