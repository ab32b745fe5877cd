import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { listNotifications } from '@mutuo/shared/notifications/notification.endpoints.ts'
import { paths } from '../../platform/paths.ts'
import { useSession } from '../../platform/session.tsx'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import classes from './notifications.module.css'

const mostShown = 99

/** How many notifications wait, in the header; it counts by itself. */
export const Bell = () => {
  const { t } = useTranslation('notifications')
  const { user } = useSession()
  const { data } = useAnswer(listNotifications, { limit: 1 })
  useLive(user ? `user:${user.id}` : undefined, [keyOf(listNotifications)])
  const unread = data?.unread ?? 0
  return (
    <NavLink className={classes['bell'] ?? ''} to={paths.notifications} aria-label={t('bell', { count: unread })}>
      <IconBell className="ico" aria-hidden="true" />
      {unread > 0 && <span aria-hidden="true">{unread > mostShown ? `${mostShown}+` : unread}</span>}
    </NavLink>
  )
}
