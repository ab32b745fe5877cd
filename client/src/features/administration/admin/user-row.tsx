import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { listUsers } from '@mutuo/shared/administration/administration.endpoints.ts'
import type { AnswerOf } from '../../../platform/api.ts'
import { day, list } from '../../../platform/format.ts'
import { useSession } from '../../../platform/session.tsx'
import { Chip } from '../../../ui/chip.tsx'
import classes from './administration.module.css'

export type UserLine = AnswerOf<typeof listUsers>['items'][number]

/** One person, for whom they act, and the move that is open: suspend, or take back. */
export const UserRow = ({ user, onMove }: { user: UserLine; onMove: () => void }) => {
  const { t } = useTranslation('administration-admin')
  const isMe = useSession().user?.id === user.id
  return (
    <li className={classes['user']}>
      <div>
        <b>{user.name}</b> <span className={classes['address']}>{user.email}</span>
        <small>
          {user.organisations.length > 0 ? list(user.organisations) : t('users.noOrganisation')}
          {' · '}
          {t('users.since', { day: day(user.createdAt, { year: true }) })}
        </small>
      </div>
      <div className="row">
        {user.isSuspended && <Chip tone="bad">{t('users.suspended')}</Chip>}
        {isMe ? (
          <Chip tone="plain">{t('users.you')}</Chip>
        ) : (
          <Button size="sm" variant="outline" color={user.isSuspended ? 'canard' : 'red'} onClick={onMove}>
            {t(user.isSuspended ? 'users.restore' : 'users.suspend')} <span className="sr">{user.name}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
