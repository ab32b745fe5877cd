import { useState } from 'react'
import { IconCornerUpLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import { EditMessage } from './edit-message.tsx'
import { MessageMenu } from './message-menu.tsx'
import { MessageText } from './message-text.tsx'
import classes from './message.module.css'

export type MessageActs = {
  me: string
  names: readonly string[]
  canWrite: boolean
  answer: (message: MessageView) => void
  show: (messageId: string) => void
  take: (message: MessageView) => void
}

type Author = NonNullable<MessageView['author']>
type Props = { message: MessageView & { author: Author }; answered: MessageView | undefined; acts: MessageActs }

/** What a person said: who, for which organisation, when; mended or taken back, it says so. */
export const Message = ({ message, answered, acts }: Props) => {
  const { t } = useTranslation('chat')
  const [isEditing, setEditing] = useState(false)
  const { author } = message
  const isMine = author.userId === acts.me
  return (
    <article className={classes['message']} data-seq={message.seq} data-id={message.id} tabIndex={-1}>
      <FirmMark of={author.organisation} />
      <div className={classes['body']}>
        <p className={classes['by']}>
          <b>{isMine ? t('message.you') : author.name}</b>
          <small>
            {!isMine && author.organisation.name !== author.name && `${author.organisation.name} · `}
            <When at={message.at} as="time" />
          </small>
        </p>
        {answered && <Answered message={answered} show={acts.show} />}
        {message.isDeleted ? (
          <p className="muted">
            <em>{t('message.deleted')}</em>
          </p>
        ) : isEditing ? (
          <EditMessage message={message} onClose={() => setEditing(false)} onDone={acts.take} />
        ) : (
          <p>
            <MessageText text={message.text} names={acts.names} />{' '}
            {message.editedAt && <small>{t('message.edited', { at: message.editedAt })}</small>}
          </p>
        )}
      </div>
      {!message.isDeleted && !isEditing && acts.canWrite && (
        <MessageMenu
          message={message}
          isMine={isMine}
          onAnswer={() => acts.answer(message)}
          onEdit={() => setEditing(true)}
          onDone={acts.take}
        />
      )}
    </article>
  )
}

const Answered = ({ message, show }: { message: MessageView; show: (messageId: string) => void }) => {
  const { t } = useTranslation('chat')
  return (
    <button type="button" className={classes['answered']} onClick={() => show(message.id)}>
      <IconCornerUpLeft className="ico sm" aria-hidden="true" />
      <span className="sr">{t('message.answerTo')}</span>
      <span>
        <b>{message.author?.name}</b> {message.isDeleted ? t('message.deleted') : message.text}
      </span>
    </button>
  )
}
