import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './ballots.module.css'

type Voter = BallotView['voters'][number]
type Props = { ballot: BallotView; voters: readonly Voter[]; mark?: (voter: Voter) => ReactNode }

export const VoterList = ({ ballot, voters, mark }: Props) => (
  <ul className={classes['people']}>
    {voters.map((voter) => (
      <li key={voter.firm.id}>
        <FirmMark of={voter.firm} />
        <span>
          <b>{voter.firm.name}</b>
          <HandNote ballot={ballot} voter={voter} />
        </span>
        {mark?.(voter)}
      </li>
    ))}
  </ul>
)

/** Whether it is the reader, and in whose hands its voice is. */
const HandNote = ({ ballot, voter }: { ballot: BallotView; voter: Voter }) => {
  const { t } = useTranslation('ballots')
  const proxy = ballot.proxies.find(({ giver, state }) => giver.id === voter.firm.id && (state === 'given' || state === 'used'))
  const hand = !proxy
    ? undefined
    : proxy.isForMe
      ? t('voters.byYou')
      : proxy.holder
        ? t('voters.byFirm', { name: proxy.holder.name })
        : t('voters.byColleague')
  if (!voter.isMe && !hand) return null
  return <small>{[voter.isMe && t('voters.you'), hand].filter(Boolean).join(', ')}</small>
}
