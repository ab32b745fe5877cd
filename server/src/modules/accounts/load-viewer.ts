import type { AccountsPort } from '../../platform/http/accounts-port.ts'
import { accountStore } from './account.store.ts'
import { activeOf, organisationsOf } from './organisations-port.ts'

/** Reads again who a session belongs to: a person who is gone or suspended has none. */
export const loadViewer: AccountsPort['loadViewer'] = async ({ userId, organisationId }) => {
  const [user, organisations] = await Promise.all([accountStore.find(userId), organisationsOf(userId)])
  if (!user || user.isSuspended || !user.emailConfirmedAt) return null
  const { name, email, locale, isAdmin } = user
  const active = activeOf(organisations, organisationId)
  return {
    userId,
    name,
    email,
    locale,
    isAdmin,
    organisationId: active?.id ?? null,
    organisationKind: active?.kind ?? null,
    role: active?.role ?? null,
  }
}
