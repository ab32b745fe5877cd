import { useCallback, useEffect, useRef } from 'react'
import { v4 as newClientId } from 'uuid'
import { sendMessage } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { ApiProblem, call } from '../../platform/api.ts'
import { problemText } from '../../platform/problem-text.ts'
import { useConnection } from '../../platform/socket.ts'
import { useDraft } from '../../platform/use-draft.ts'

/** Written here and not yet said by the server. `clientId` is made once and kept over every try: a repeat is the same message. */
export type Outgoing = {
  clientId: string
  text: string
  replyTo?: string | undefined
  at: string
  /** `waiting`: nobody knows whether it arrived, it is tried again. `refused`: the server said no, for good. */
  state: 'sending' | 'waiting' | 'refused'
  why?: string | undefined
  /** A first try came to nothing: it is shown as late while it is tried again. */
  isLate?: boolean
}

const patienceMs = 5000
const isRefusal = (error: unknown) =>
  error instanceof ApiProblem &&
  error.problem.status >= 400 &&
  error.problem.status < 500 &&
  ![401, 408, 425, 429].includes(error.problem.status)

/** Sends one's messages in their order, keeps those that did not leave on this device, and tries again when the connection is back. */
export const useOutbox = (roomId: string, userId: string, onSent: (message: MessageView) => void) => {
  const { value: entries, setValue } = useDraft<Outgoing[]>(`envois.${userId}.${roomId}`, [], localStorage)
  const { state } = useConnection()
  const isBusy = useRef(false)
  const sent = useRef(onSent)
  useEffect(() => void (sent.current = onSent))

  const change = useCallback(
    (clientId: string, to: Partial<Outgoing>) =>
      setValue((before) => before.map((entry) => (entry.clientId === clientId ? { ...entry, ...to } : entry))),
    [setValue],
  )
  const drop = useCallback((clientId: string) => setValue((before) => before.filter((entry) => entry.clientId !== clientId)), [setValue])

  const next = entries.find((entry) => entry.state === 'sending')
  useEffect(() => {
    if (!next || isBusy.current) return
    isBusy.current = true
    const { clientId, text, replyTo } = next
    const settle = (work: () => void) => {
      isBusy.current = false
      work()
    }
    call(sendMessage, { roomId, clientId, text, replyTo }).then(
      (message) =>
        settle(() => {
          sent.current(message)
          drop(clientId)
        }),
      (error: unknown) =>
        settle(() =>
          change(clientId, isRefusal(error) ? { state: 'refused', why: problemText(error) } : { state: 'waiting', isLate: true }),
        ),
    )
  }, [next, roomId, drop, change])

  const retryAll = useCallback(
    () => setValue((before) => before.map((entry) => (entry.state === 'waiting' ? { ...entry, state: 'sending' } : entry))),
    [setValue],
  )
  const isWaiting = entries.some((entry) => entry.state === 'waiting')
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setInterval(retryAll, patienceMs)
    return () => clearInterval(timer)
  }, [isWaiting, retryAll])
  useEffect(() => {
    if (state === 'live') retryAll()
  }, [state, retryAll])

  return {
    entries,
    send: (text: string, at: Date, replyTo?: string) =>
      setValue((before) => [...before, { clientId: newClientId(), text, replyTo, at: at.toISOString(), state: 'sending' }]),
    retry: (clientId: string) => change(clientId, { state: 'sending', why: undefined }),
    drop,
  }
}
