import { IconCurrencyEuro, IconFlag, IconHammer, IconMessage, IconTicket, IconUsers, IconUsersGroup, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NotificationTopic, NotificationView } from '@mutuo/shared/notifications/notification.schema.ts'
import { Chip } from '../../ui/chip.tsx'
import { When } from '../../ui/when.tsx'
import classes from './notifications.module.css'

export const topicIcons: Record<NotificationTopic, Icon> = {
  groups: IconUsersGroup,
  needs: IconUsers,
  bids: IconHammer,
  votes: IconTicket,
  missions: IconFlag,
  money: IconCurrencyEuro,
  rooms: IconMessage,
}

export const NotificationLine = ({ notification, onOpen }: { notification: NotificationView; onOpen: () => void }) => {
  const { t } = useTranslation('notifications')
  const { topic, text, path, at, readAt, needsAction } = notification
  const IconOf = topicIcons[topic]
  return (
    <Link className={classes['line']} to={path} data-unread={readAt ? undefined : ''} onClick={onOpen}>
      <span className={classes['icon']}>
        <IconOf className="ico" aria-hidden="true" />
      </span>
      <span className={classes['words']}>
        {!readAt && <span className="sr">{t('unread')} </span>}
        {text}
        <small>
          <When at={at} as="time" />
        </small>
      </span>
      {needsAction && !readAt && <Chip tone="ocre">{t('toDo')}</Chip>}
    </Link>
  )
}
