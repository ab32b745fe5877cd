import { IconCalendar, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { downloadClosing } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { fileAddress } from '../../platform/api.ts'
import { daysLeft } from '../../platform/format.ts'
import { useNow, When } from '../../ui/when.tsx'
import classes from './ballots.module.css'

/** When the vote closes, with its zone: the hour binds. It can be taken along in one's own calendar. */
export const ClosingTime = ({ ballot: { id, closesAt } }: { ballot: Pick<BallotView, 'id' | 'closesAt'> }) => {
  const { t } = useTranslation('ballots')
  const now = useNow()
  return (
    <span className={classes['closing']}>
      <span>
        <IconClock className="ico" aria-hidden="true" />{' '}
        <strong>
          {t('closes')} <When at={closesAt} weekday />, {t('paris')}
        </strong>{' '}
        {t('left', { count: daysLeft(closesAt, now) })}
      </span>
      <a className="link" href={fileAddress(downloadClosing, { ballotId: id })} download data-noprint="">
        <IconCalendar className="ico" aria-hidden="true" /> {t('calendar')}
      </a>
    </span>
  )
}
