import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { paths } from '../../platform/paths.ts'
import { AudienceRing } from './audience-ring.tsx'
import classes from './rooms.module.css'

const mostShown = 99

type Props = { room: RoomCard; name: string; isOpen: boolean; isAlone: boolean }

export const RoomLine = ({ room, name, isOpen, isAlone }: Props) => {
  const { t } = useTranslation('chat')
  const last = room.lastMessage
  const excerpt =
    last && (last.excerpt ? (last.by ? t('list.says', { by: last.by.split(' ')[0], text: last.excerpt }) : last.excerpt) : t('list.event'))
  const kind = t(`subject.${room.subject}`)
  return (
    <Link className={classes['line']} to={paths.room(room.id)} aria-current={isOpen ? 'page' : undefined}>
      <AudienceRing room={room} />
      <span className={classes['words']}>
        <b>{name}</b>
        <small>{isAlone ? [kind, excerpt].filter(Boolean).join(' · ') : (excerpt ?? t('list.silent'))}</small>
      </span>
      {room.unread > 0 && !isOpen && (
        <span className={classes['count']}>
          {room.unread > mostShown ? `${mostShown}+` : room.unread}
          <span className="sr"> {t('list.unread', { count: room.unread })}</span>
        </span>
      )}
    </Link>
  )
}
