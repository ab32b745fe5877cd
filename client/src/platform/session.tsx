import { createContext, useContext, useEffect, type ReactNode } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getSession } from '@mutuo/shared/accounts/account.endpoints.ts'
import type { SessionView } from '@mutuo/shared/accounts/account.schema.ts'
import { call, keepCsrfToken, renewCsrfTokenWith } from './api.ts'
import { chooseLocale } from './i18n.ts'
import { closeSocket } from './socket.ts'

export type Session = SessionView & { isSignedIn: boolean; isKnown: boolean }

const signedOut: SessionView = { csrfToken: '', user: null, organisations: [], active: null }
const sessionKey = ['getSession', {}]
const Context = createContext<Session>({ ...signedOut, isSignedIn: false, isKnown: false })

/** Who is here, for whom they act, and in which language; asked once, then kept up by what signs in, out or changes it. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const queries = useQueryClient()
  const { data, isFetched } = useQuery({ queryKey: sessionKey, queryFn: () => askSession(), staleTime: Infinity, retry: 2 })
  useEffect(() => {
    renewCsrfTokenWith(async () => {
      const session = await askSession()
      queries.setQueryData(sessionKey, session)
      return session.csrfToken
    })
  }, [queries])
  const locale = data?.user?.locale
  useEffect(() => {
    if (locale) void chooseLocale(locale)
  }, [locale])
  return <Context value={{ ...(data ?? signedOut), isSignedIn: Boolean(data?.user), isKnown: isFetched }}>{children}</Context>
}

const askSession = async () => {
  const session = await call(getSession, {})
  keepCsrfToken(session.csrfToken)
  return session
}

/** The session of this page. `isKnown` is false until the server has answered. */
export const useSession = () => useContext(Context)

/** Takes a new session (signed in, acting for another organisation): what was shown under the former one is forgotten. */
export const useTakeSession = () => {
  const queries = useQueryClient()
  return async (session: SessionView, options: { keepAnswers?: boolean } = {}) => {
    keepCsrfToken(session.csrfToken)
    closeSocket()
    if (!options.keepAnswers) queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
    queries.setQueryData(sessionKey, session)
  }
}

/** After sign-out: a fresh anonymous session, nothing of the former person left in memory. */
export const useForgetSession = () => {
  const queries = useQueryClient()
  return async () => {
    closeSocket()
    queries.clear()
    queries.setQueryData(sessionKey, await askSession())
  }
}
