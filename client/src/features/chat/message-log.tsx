import { useMemo, type ReactNode } from 'react'
import { Button, Loader } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { capitalised, day } from '../../platform/format.ts'
import { useNow } from '../../ui/when.tsx'
import { CardMessage } from './card-message.tsx'
import { entriesOf, type Unread } from './log-entries.ts'
import { Message, type MessageActs } from './message.tsx'
import { hasOlder, type RoomLog } from './room-log.ts'
import type { useLogScroll } from './use-log-scroll.ts'
import { useOlderInSight } from './use-older-in-sight.ts'
import type { Subject } from './use-subject.ts'
import classes from './message.module.css'

type Props = {
  log: RoomLog
  subject: Subject
  unread: Unread
  acts: MessageActs
  scroll: ReturnType<typeof useLogScroll>
  unseen: number
  onOlder: () => Promise<void>
  /** What is on its way, and who writes: after the last message. */
  children: ReactNode
}

/** The messages in their order, read from the end; older ones come as one reads up. */
export const MessageLog = ({ log, subject, unread, acts, scroll, unseen, onOlder, children }: Props) => {
  const { t } = useTranslation('chat')
  const dayWords = useDayWords()
  const entries = useMemo(() => entriesOf(log.messages, unread, day, acts.me), [log.messages, unread, acts.me])
  const latestCards = useMemo(() => new Map(log.messages.flatMap(({ id, card }) => (card ? [[card.id, id]] : []))), [log.messages])
  const { top, isFetching, fetch } = useOlderInSight(scroll.box, log.from, hasOlder(log), onOlder)
  return (
    <div className={classes['frame']}>
      <div
        ref={scroll.box}
        className={classes['log']}
        role="log"
        aria-label={t('log.label')}
        aria-busy={isFetching}
        tabIndex={0}
        onScroll={scroll.note}
        id="fil"
      >
        <div ref={scroll.inner} className={classes['inner']}>
          {hasOlder(log) ? (
            <div ref={top} className={classes['older']}>
              {isFetching ? (
                <Loader size="sm" aria-label={t('common:loading')} />
              ) : (
                <Button size="sm" variant="subtle" onClick={fetch}>
                  {t('log.older')}
                </Button>
              )}
            </div>
          ) : (
            <p className={classes['beginning']}>
              {t(log.messages.length > 0 ? 'log.beginning' : acts.canWrite ? 'log.empty' : 'log.nothing')}
            </p>
          )}
          {entries.map((entry) => {
            if (entry.kind === 'day')
              return (
                <div key={entry.key} className={classes['day']}>
                  {dayWords(entry.at)}
                </div>
              )
            if (entry.kind === 'new')
              return (
                <div key={entry.key} className={classes['new']} data-new="">
                  {t('log.new', { count: entry.count })}
                </div>
              )
            const { message } = entry
            const { author, card, replyTo } = message
            if (author)
              return (
                <Message
                  key={entry.key}
                  message={{ ...message, author }}
                  answered={replyTo ? log.messages.find(({ id }) => id === replyTo) : undefined}
                  acts={acts}
                />
              )
            return card ? (
              <CardMessage
                key={entry.key}
                message={message}
                card={card}
                subject={subject}
                isLatest={latestCards.get(card.id) === message.id}
              />
            ) : null
          })}
          {children}
        </div>
      </div>
      {!scroll.isAtEnd && (
        <Button
          className={classes['down']}
          size="sm"
          variant={unseen > 0 ? 'filled' : 'default'}
          leftSection={<IconArrowDown className="ico sm" aria-hidden="true" />}
          onClick={scroll.toEnd}
        >
          {unseen > 0 ? t('log.new', { count: unseen }) : t('log.toEnd')}
        </Button>
      )}
    </div>
  )
}

/** « Aujourd’hui, lundi 23 novembre ». */
const useDayWords = () => {
  const { t } = useTranslation('chat')
  const now = useNow()
  return (at: string) => {
    const words = day(at, { weekday: true, now })
    if (day(at) === day(now)) return t('log.today', { day: words })
    if (day(at) === day(new Date(now.getTime() - 86_400_000))) return t('log.yesterday', { day: words })
    return capitalised(words)
  }
}
