import { useTranslation } from 'react-i18next'
import type { MessageView } from '@mutuo/shared/chat/message.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './missions.module.css'

const shown = 2

/** What people said last; what the system says has its own place in the page. */
export const LastMessages = ({ messages }: { messages: readonly MessageView[] }) => {
  const { t } = useTranslation('missions')
  const said = messages.filter((message) => message.author && !message.isDeleted).slice(-shown)
  if (said.length === 0) return <p className="muted">{t(messages.length > 0 ? 'room.onlyNews' : 'room.quiet')}</p>
  return (
    <ul className="stack tight">
      {said.map(({ id, author, at, text }) => (
        <li key={id} className={classes['message']}>
          {author && <FirmMark of={author.organisation} size="sm" />}
          <div>
            <p>
              <b>{author?.organisation.name}</b>{' '}
              <small>
                <When at={at} />
              </small>
            </p>
            <p className={classes['excerpt']}>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
