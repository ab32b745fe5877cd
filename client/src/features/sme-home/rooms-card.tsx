import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useAnswer } from '../../platform/use-endpoint.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { When } from '../../ui/when.tsx'
import classes from './sme-home.module.css'

const shown = 3

/** The last words said where the firm has not read yet, else simply the last ones. */
export const RoomsCard = () => {
  const { t } = useTranslation('sme-home')
  const { data } = useAnswer(listRooms, {})
  const spoken = (data?.items ?? []).filter(({ lastMessage }) => lastMessage?.excerpt)
  if (spoken.length === 0) return null
  const rooms = [...spoken].sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0)).slice(0, shown)
  return (
    <Card tight aria-labelledby="salons">
      <h2 id="salons">{t('rooms.title')}</h2>
      <ul className={classes['lines']}>
        {rooms.map((room) => (
          <li key={room.id}>
            <div className="row between">
              <h3>
                <Link to={paths.room(room.id)}>{room.title}</Link>
              </h3>
              {room.unread > 0 && <Chip>{t('rooms.unread', { count: room.unread })}</Chip>}
            </div>
            <small>{t(`rooms.audience.${room.audience}`)}</small>
            <p className={classes['excerpt']}>
              <b>{room.lastMessage?.by}</b> {room.lastMessage?.excerpt}
            </p>
            {room.lastMessage && (
              <small>
                <When at={room.lastMessage.at} as="relative" />
              </small>
            )}
          </li>
        ))}
      </ul>
      <Link className="link" to={paths.rooms}>
        {t('rooms.all')} <IconArrowRight className="ico sm" aria-hidden="true" />
      </Link>
    </Card>
  )
}
