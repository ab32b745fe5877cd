import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import type { RoomView } from '@mutuo/shared/chat/room.schema.ts'
import { useSession } from '../../platform/session.tsx'
import { useDraft } from '../../platform/use-draft.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { BackCallout } from './back-callout.tsx'
import { Composer } from './composer.tsx'
import { MessageLog } from './message-log.tsx'
import { OutgoingMessage } from './outgoing-message.tsx'
import { RoomHead } from './room-head.tsx'
import { Typing } from './typing.tsx'
import { useLogScroll } from './use-log-scroll.ts'
import { useOutbox } from './use-outbox.ts'
import { useReadMark } from './use-read-mark.ts'
import { useRoomLog } from './use-room-log.ts'
import { useSeen } from './use-seen.ts'
import { useSubject } from './use-subject.ts'
import { Waiting } from './waiting.tsx'
import classes from './room.module.css'

/** One room: who reads it, what waits for the reader, the messages, and where to write. */
export const Room = ({ room }: { room: RoomView }) => {
  const { t } = useTranslation('chat')
  const { user, active } = useSession()
  const me = user?.id ?? ''
  const { log, error, retry, missed, forgetMissed, fetchOlder, take } = useRoomLog(room.id)
  const outbox = useOutbox(room.id, me, take)
  const draft = useDraft(`salon.${me}.${room.id}`, '', localStorage)
  const subject = useSubject(room)
  const scroll = useLogScroll()
  const [unread] = useState({ after: room.readSeq, upTo: room.head })
  const [answering, setAnswering] = useState<MessageView>()
  useReadMark(room, log?.upTo ?? 0, scroll.isAtEnd && log !== undefined)
  const unseen = useSeen(log?.upTo, scroll.isAtEnd)
  const names = room.readers.map(({ name }) => name)
  const answer = (message: MessageView) => {
    setAnswering(message)
    document.getElementById('ecrire')?.focus()
  }
  const send = (text: string) => {
    outbox.send(text, new Date(), answering?.id)
    setAnswering(undefined)
    scroll.toEnd()
  }
  const arrived = new Set(log?.messages.filter(({ author }) => author?.userId === me).map(({ clientId }) => clientId))
  return (
    <section className={classes['thread']} aria-label={t('log.room')}>
      <RoomHead room={room} subject={subject} />
      <Waiting subject={subject} />
      {missed > 0 && <BackCallout count={missed} onSee={scroll.toEnd} onClose={forgetMissed} />}
      {error ? (
        <div className={classes['state']}>
          <ErrorState error={error} onRetry={retry} />
        </div>
      ) : !log ? (
        <div className={classes['state']}>
          <LoadingCards count={3} />
        </div>
      ) : (
        <MessageLog
          log={log}
          subject={subject}
          unread={unread}
          acts={{ me, names, canWrite: room.canWrite, answer, show: scroll.toMessage, take }}
          scroll={scroll}
          unseen={unseen}
          onOlder={fetchOlder}
        >
          {active &&
            outbox.entries
              .filter(({ clientId }) => !arrived.has(clientId))
              .map((entry) => (
                <OutgoingMessage
                  key={entry.clientId}
                  entry={entry}
                  from={active}
                  names={names}
                  onRetry={() => outbox.retry(entry.clientId)}
                  onDrop={() => outbox.drop(entry.clientId)}
                  onMend={() => {
                    outbox.drop(entry.clientId)
                    draft.setValue(entry.text)
                    document.getElementById('ecrire')?.focus()
                  }}
                />
              ))}
          <Typing roomId={room.id} />
        </MessageLog>
      )}
      <Composer room={room} draft={draft} answering={answering} onStopAnswering={() => setAnswering(undefined)} onSend={send} />
    </section>
  )
}
