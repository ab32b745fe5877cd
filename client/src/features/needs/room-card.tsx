import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listMessages } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { RoomCard as Room } from '@mutuo/shared/chat/room.schema.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { When } from '../../ui/when.tsx'
import classes from './need.module.css'

const shown = 2

/** The last words said about the need, and the way to the room. */
export const RoomCard = ({ room }: { room: Room }) => {
  const { t } = useTranslation('needs')
  const query = useAnswer(
    listMessages,
    { roomId: room.id, before: room.head + 1, limit: 10 },
    { enabled: room.head > 0, keepPrevious: true },
  )
  useLive(`room:${room.id}`, [keyOf(listMessages)])
  return (
    <Card tight aria-labelledby="salon">
      <CardHead id="salon" as="h3" title={t('room.title')}>
        {room.unread > 0 && <Chip>{t('room.unread', { count: room.unread })}</Chip>}
      </CardHead>
      {room.head === 0 ? (
        <p className="muted">{t('room.empty')}</p>
      ) : (
        <Loaded query={query}>
          {({ messages }) =>
            messages
              .filter(({ isDeleted, text }) => !isDeleted && text)
              .slice(-shown)
              .map(({ id, author, at, text }) => (
                <p key={id} className={classes['message']}>
                  <b>{author?.organisation.name ?? 'Mutuo'}</b>{' '}
                  <small>
                    <When at={at} as="relative" />
                  </small>
                  <br />
                  {text}
                </p>
              ))
          }
        </Loaded>
      )}
      <Link className="link" to={paths.room(room.id)}>
        {t('room.open')}
      </Link>
    </Card>
  )
}
