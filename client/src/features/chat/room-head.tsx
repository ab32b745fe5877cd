import { IconChevronLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RoomView } from '@mutuo/shared/chat/room.schema.ts'
import { list } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { spelled } from '../../platform/spelled.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { PageTitle } from '../../ui/page.tsx'
import { AudienceRing } from './audience-ring.tsx'
import { associationOf, firmsOf, freelancerOf, useRoomName } from './room-names.ts'
import type { Subject } from './use-subject.ts'
import classes from './room.module.css'

const mostMarks = 8

/** The room's name and, at once, who reads it. */
export const RoomHead = ({ room, subject }: { room: RoomView; subject: Subject }) => {
  const { t } = useTranslation('chat')
  const name = useRoomName()(room)
  // A firm that has handed its share over reads what it wrote, and the mission no more.
  const about = subject.mission ? { to: paths.mission(subject.mission.id), text: room.title } : undefined
  const need = room.subject === 'need' ? { to: paths.need(room.subjectId), text: t('head.need') } : undefined
  const group = room.subject === 'group' ? { to: paths.group(room.subjectId), text: t('head.group') } : undefined
  const link = about ?? need ?? group
  return (
    <>
      <div className={classes['head']}>
        <Link className={`phone-only ${classes['back']}`} to={paths.rooms} aria-label={t('head.back')}>
          <IconChevronLeft className="ico" aria-hidden="true" />
        </Link>
        <AudienceRing room={room} />
        <div>
          <PageTitle tabTitle={`${name} – ${room.title}`}>{name}</PageTitle>
          <small>{link ? <Link to={link.to}>{link.text}</Link> : room.title}</small>
        </div>
      </div>
      <Readers room={room} />
    </>
  )
}

const Readers = ({ room }: { room: RoomView }) => {
  const { t } = useTranslation('chat')
  const count = room.readers.length
  return (
    <div className={classes['readers']}>
      <p>
        <b>{t('readers.count', { count, spelled: spelled(count, { capital: true }) })}</b>
        <span className="wide-only">
          {t('readers.that')}
          <Who room={room} />
        </span>
      </p>
      <span className={classes['set']} role="img" aria-label={list(room.readers.map(({ name }) => name))}>
        {room.readers.slice(0, mostMarks).map((reader) => (
          <FirmMark key={reader.id} of={reader} size="sm" />
        ))}
        {count > mostMarks && <small>+{count - mostMarks}</small>}
      </span>
    </div>
  )
}

/** Who that is, and who it is not. */
const Who = ({ room }: { room: RoomView }) => {
  const { t } = useTranslation('chat')
  const firms = firmsOf(room)
  const freelancer = freelancerOf(room)?.name
  const values = {
    count: firms.length,
    spelled: spelled(firms.length),
    name: freelancer,
    firm: firms[0]?.name,
    association: associationOf(room)?.name,
  }
  return t(room.subject === 'group' ? 'readers.group' : `readers.${room.audience}`, values)
}
