import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getSession } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { SessionView } from '@mutuo/shared/accounts/account.schema.ts'
import { call, keepCsrfToken, renewCsrfTokenWith } from './api.ts'
import { chooseLocale } from './i18n.ts'
import { rememberSomebodyIsHere } from './sign-in-again.ts'
import { closeSocket, restartSocket } from './socket.ts'
import { forgetDrafts } from './use-draft.ts'

export type Session = SessionView & { isSignedIn: boolean; isKnown: boolean }

const signedOut: SessionView = { csrfToken: '', user: null, organisations: [], active: null }
const sessionKey = ['getSession', {}]
const Context = createContext<Session>({ ...signedOut, isSignedIn: false, isKnown: false })

/** Who is here, for whom they act, and in which language; asked once, then kept up by what signs in, out or changes it. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const { data, isFetched } = useQuery({ queryKey: sessionKey, queryFn: () => askSession(), staleTime: Infinity, retry: 2 })
  useEffect(() => {
    renewCsrfTokenWith(async () => {
      // A session that ended meanwhile is not shown as such: the window that asks to sign in again opens over the page.
      const { csrfToken } = await askSession()
      return csrfToken
    })
  }, [])
  const isSignedIn = Boolean(data?.user)
  useEffect(() => rememberSomebodyIsHere(isSignedIn), [isSignedIn])
  const locale = data?.user?.locale
  useEffect(() => {
    if (locale) void chooseLocale(locale)
  }, [locale])
  return <Context value={{ ...(data ?? signedOut), isSignedIn, isKnown: isFetched }}>{children}</Context>
}

const askSession = async () => {
  const session = await call(getSession, {})
  keepCsrfToken(session.csrfToken)
  return session
}

/** The session of this page. `isKnown` is false until the server has answered. */
export const useSession = () => useContext(Context)

/**
 * Takes a session that the server just gave. `new` (signed in, acting for another organisation): what was shown under the former one is forgotten.
 * `again`: the same person came back, the page stays. `changed`: only the profile differs.
 */
export const useTakeSession = () => {
  const queries = useQueryClient()
  return async (session: SessionView, how: 'new' | 'again' | 'changed' = 'new') => {
    keepCsrfToken(session.csrfToken)
    if (how !== 'changed') restartSocket()
    const before = queries.getQueryData<SessionView>(sessionKey)
    queries.setQueryData(sessionKey, session)
    if (how === 'new') await queries.resetQueries({ predicate: isNotSession })
    // Some answers are worded by the server, in the person's language.
    else if (how === 'again' || before?.user?.locale !== session.user?.locale) void queries.invalidateQueries({ predicate: isNotSession })
  }
}

/** After sign-out: a fresh anonymous session, nothing of the former person left in memory. */
export const useForgetSession = () => {
  const queries = useQueryClient()
  return async () => {
    closeSocket()
    forgetDrafts()
    queries.setQueryData(sessionKey, await askSession())
    queries.removeQueries({ predicate: isNotSession, type: 'inactive' })
    await queries.resetQueries({ predicate: isNotSession })
  }
}

const isNotSession = ({ queryKey }: { queryKey: readonly unknown[] }) => queryKey[0] !== sessionKey[0]
