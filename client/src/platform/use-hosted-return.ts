import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'

const sessionParam = 'session'

/**
 * Back from a hosted page of the payment service: the address carries its session, which is handed once to `heard` and then taken away.
 * Coming back is not having finished: `heard` asks the server what is so.
 */
export const useHostedReturn = (heard: (checkoutSessionId: string) => Promise<unknown>) => {
  const [search, setSearch] = useSearchParams()
  const session = search.get(sessionParam)
  const [state, setState] = useState<{ isAsking: boolean; error?: unknown }>({ isAsking: session !== null })
  const asked = useRef<string>(null)
  useEffect(() => {
    if (!session || asked.current === session) return
    asked.current = session
    const finish = (error?: unknown) => {
      setState(error === undefined ? { isAsking: false } : { isAsking: false, error })
      setSearch(
        (now) => {
          now.delete(sessionParam)
          return now
        },
        { replace: true },
      )
    }
    heard(session).then(() => finish(), finish)
  }, [session, heard, setSearch])
  return state
}
