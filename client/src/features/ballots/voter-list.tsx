import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './ballots.module.css'

export const VoterList = ({ voters, mark }: { voters: BallotView['voters']; mark?: ReactNode }) => {
  const { t } = useTranslation('ballots')
  return (
    <ul className={classes['people']}>
      {voters.map(({ firm, isMe }) => (
        <li key={firm.id}>
          <FirmMark of={firm} />
          <span>
            <b>{firm.name}</b>
            {isMe && <small>{t('voters.you')}</small>}
          </span>
          {mark}
        </li>
      ))}
    </ul>
  )
}
