import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import classes from './ballots.module.css'
import { BallotPaper } from './ballot-paper.tsx'
import { BidLine } from './bid-line.tsx'
import { CloseEarly } from './close-early.tsx'
import { Participation } from './participation.tsx'
import { RulesCard } from './rules-card.tsx'
import { Voters } from './voters.tsx'

export const OpenBallot = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const vote = abilityFor(ballot.abilities, 'vote')
  return (
    <>
      <RulesCard ballot={ballot} />
      <TwoColumns
        aside={
          <>
            <Participation ballot={ballot} />
            <Voters ballot={ballot} />
            <CloseEarly ballot={ballot} />
          </>
        }
      >
        {vote?.allowed ? (
          <BallotPaper key={ballot.myVote?.changedAt} ballot={ballot} />
        ) : (
          <Card>
            <CardHead title={t('bids')} />
            <Callout tone="plain">{sentenceOf(vote?.reason ?? 'NOT_A_VOTER', vote?.params)}</Callout>
            <ul className={classes['bids']}>
              {ballot.bids.map((bid) => (
                <li key={bid.bidId}>
                  <BidLine bid={bid} needId={ballot.needId} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </TwoColumns>
    </>
  )
}
