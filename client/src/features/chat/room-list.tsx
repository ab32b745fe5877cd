import { useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconLock, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoomCard } from '@mutuo/shared/chat/room.schema.ts'
import { paths } from '../../platform/paths.ts'
import { RoomLine } from './room-line.tsx'
import { roomSets, useRoomName } from './room-names.ts'
import classes from './rooms.module.css'

/** From this number of rooms on, a list is searched. */
const manyRooms = 7

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export const RoomList = ({ rooms, openId }: { rooms: readonly RoomCard[]; openId: string | undefined }) => {
  const { t } = useTranslation('chat')
  const nameOf = useRoomName()
  const [sought, setSought] = useState('')
  if (rooms.length === 0)
    return (
      <Button component={Link} to={paths.needs}>
        {t('none.go')}
      </Button>
    )
  const found = rooms.filter((room) => folded(`${room.title} ${room.subtitle} ${nameOf(room)}`).includes(folded(sought.trim())))
  return (
    <>
      {rooms.length >= manyRooms && (
        <TextInput
          type="search"
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch className="ico" aria-hidden="true" />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <p role="status" className={found.length === 0 ? 'muted' : 'sr'}>
        {sought && t('list.found', { count: found.length })}
      </p>
      {roomSets(found).map((set, _, sets) => (
        <section key={set.key} className={classes['set']}>
          {(set.title ?? sets.length > 1) && <h2>{set.title ?? t('list.others')}</h2>}
          <ul>
            {set.rooms.map((room) => (
              <li key={room.id}>
                <RoomLine room={room} name={nameOf(room)} isOpen={room.id === openId} isAlone={set.title === undefined} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={classes['hints']}>
        <small>
          <IconLock className="ico" aria-hidden="true" /> <span>{t('list.told')}</span>
        </small>
        <small className="wide-only">
          <kbd>Alt</kbd> +{' '}
          <kbd>
            <IconArrowUp className="ico sm" aria-hidden="true" />
            <span className="sr">{t('list.up')}</span>
          </kbd>{' '}
          <kbd>
            <IconArrowDown className="ico sm" aria-hidden="true" />
            <span className="sr">{t('list.down')}</span>
          </kbd>{' '}
          {t('list.change')}
        </small>
      </div>
    </>
  )
}
