import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listMessages, listRooms } from '@mutuo/shared/chat/chat.endpoints.ts'
import type { RoomCard as Room } from '@mutuo/shared/chat/room.schema.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { LastMessages } from './last-messages.tsx'
import type { Role } from './role-in.ts'
import { useMissionRooms } from './use-mission-rooms.ts'

/** Enough for two that people wrote to be among what the system said. */
const readMessages = 20

/** The room of all who work on the mission, with its last words. */
export const RoomCard = ({ mission, role }: { mission: MissionView; role: Role }) => {
  const rooms = useMissionRooms(mission.id)
  const audience = role === 'association' ? 'with_association' : 'firms_and_freelancer'
  const room = rooms?.find((each) => each.audience === audience)
  return room ? <Shown room={room} /> : null
}

const Shown = ({ room }: { room: Room }) => {
  const { t } = useTranslation('missions')
  const query = useAnswer(listMessages, { roomId: room.id, limit: readMessages })
  useLive(`room:${room.id}`, [keyOf(listMessages), keyOf(listRooms)])
  return (
    <Card aria-labelledby="room">
      <CardHead as="h3" id="room" title={t(`room.title.${room.audience}`)}>
        {room.unread > 0 && <Chip>{t('room.unread', { count: room.unread })}</Chip>}
      </CardHead>
      <Loaded query={query}>{({ messages }) => <LastMessages messages={messages} />}</Loaded>
      <small>{t(`room.readers.${room.audience}`)}</small>
      <Link className="link" to={paths.room(room.id)}>
        {t('room.open')} <IconArrowRight className="ico" aria-hidden="true" />
      </Link>
    </Card>
  )
}
