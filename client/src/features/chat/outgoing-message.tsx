import { Button } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ActingFor } from '@mutuo/shared/accounts/account.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import { MessageText } from './message-text.tsx'
import type { Outgoing } from './use-outbox.ts'
import classes from './message.module.css'

type Props = {
  entry: Outgoing
  from: ActingFor
  names: readonly string[]
  onRetry: () => void
  onMend: () => void
  onDrop: () => void
}

/** One's own words on their way: shown at once, and honest about whether they arrived. */
export const OutgoingMessage = ({ entry, from, names, onRetry, onMend, onDrop }: Props) => {
  const { t } = useTranslation('chat')
  const look = entry.state === 'sending' && entry.isLate ? 'waiting' : entry.state
  return (
    <article className={classes['message']} data-state={look}>
      <FirmMark of={from} />
      <div className={classes['body']}>
        <p className={classes['by']}>
          <b>{t('message.you')}</b>
          <small>{look === 'sending' ? t('outgoing.sending') : <When at={entry.at} as="time" />}</small>
        </p>
        <p>
          <MessageText text={entry.text} names={names} />
        </p>
        {look !== 'sending' && (
          <>
            <p className={classes['why']} role="status">
              <IconAlertTriangle className="ico" aria-hidden="true" />
              {look === 'refused' ? t('outgoing.refused', { why: entry.why }) : t('outgoing.waiting')}
            </p>
            <div className="row">
              <Button
                size="sm"
                loading={entry.state === 'sending'}
                leftSection={<IconRefresh className="ico sm" aria-hidden="true" />}
                onClick={onRetry}
              >
                {t('common:actions.retry')}
              </Button>
              {look === 'refused' && (
                <>
                  <Button size="sm" variant="subtle" onClick={onMend}>
                    {t('common:actions.edit')}
                  </Button>
                  <Button size="sm" variant="subtle" onClick={onDrop}>
                    {t('message.delete')}
                  </Button>
                </>
              )}
            </div>
          </>
        )}
      </div>
    </article>
  )
}
