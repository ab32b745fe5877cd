import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate, useParams } from 'react-router'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { LoadingCards } from '../../ui/loading.tsx'
import { RoomList } from './room-list.tsx'
import { inListOrder } from './room-names.ts'
import { useRooms } from './use-rooms.ts'
import classes from './rooms.module.css'

/** The rooms at the left, the open one at the right; on the phone one or the other. */
export const RoomsPage = () => {
  const { t } = useTranslation('chat')
  const { roomId } = useParams()
  const query = useRooms()
  const rooms = query.data?.items
  useArrows(rooms, roomId)
  return (
    <div className={classes['rooms']} data-open={roomId ? '' : undefined}>
      <nav className={classes['list']} aria-label={t('list.label')}>
        <Loaded query={query} loading={<LoadingCards count={3} />}>
          {({ items }) => <RoomList rooms={items} openId={roomId} />}
        </Loaded>
      </nav>
      <Outlet />
    </div>
  )
}

/** Alt + arrow up or down opens the room above or below. */
const useArrows = (rooms: readonly RoomCard[] | undefined, roomId: string | undefined) => {
  const navigate = useNavigate()
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!step || !event.altKey || event.ctrlKey || event.metaKey || !rooms || rooms.length === 0) return
      event.preventDefault()
      const shown = inListOrder(rooms)
      const at = shown.findIndex(({ id }) => id === roomId)
      const next = shown[at === -1 ? 0 : (at + step + shown.length) % shown.length]
      if (next) void navigate(paths.room(next.id))
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [rooms, roomId, navigate])
}
