import { useEffect } from 'react'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import type { Topic } from '@mutuo/shared/realtime/contract.ts'
import { useSession } from './session.tsx'
import { follow, onReturn } from './socket.ts'

/** Keeps a screen current: when the server says that `topic` changed, or after a lost connection, these questions are asked again. */
export const useLive = (topic: Topic | undefined, queryKeys: readonly QueryKey[]) => {
  const queries = useQueryClient()
  const { isSignedIn } = useSession()
  const names = JSON.stringify(queryKeys)
  useEffect(() => {
    if (!topic || !isSignedIn) return undefined
    const askAgain = () => {
      for (const queryKey of JSON.parse(names) as QueryKey[]) void queries.invalidateQueries({ queryKey })
    }
    const stop = [follow(topic, askAgain), onReturn(askAgain)]
    return () => stop.forEach((each) => each())
  }, [topic, names, isSignedIn, queries])
}
