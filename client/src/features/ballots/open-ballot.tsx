import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { sentenceOf } from '../../platform/problem-text.ts'
import { spelled } from '../../platform/spelled.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import classes from './ballots.module.css'
import { BallotPaper } from './ballot-paper.tsx'
import { BidLine } from './bid-line.tsx'
import { BidsOut } from './bids-out.tsx'
import { CloseEarly } from './close-early.tsx'
import { FirstRound } from './first-round.tsx'
import { Objections } from './objections.tsx'
import { editionOf, givenProxyOf, papersOf } from './papers.ts'
import { Participation } from './participation.tsx'
import { Proxies } from './proxies.tsx'
import { RulesCard } from './rules-card.tsx'
import { toRuleOn } from './ballot-title.ts'
import { Standing } from './standing.tsx'
import { Voters } from './voters.tsx'
import { bidsAtVote } from './vote-draft.ts'

/** The rule first, then the paper, or what waits for the reader's ruling; who has voted, and what is objected, beside it. */
export const OpenBallot = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const papers = papersOf(ballot)
  const count = bidsAtVote(ballot).length
  const isGiven = givenProxyOf(ballot) !== undefined
  const mayRule = toRuleOn(ballot).length > 0
  const objections = (
    <>
      <Objections ballot={ballot} kind="consent" />
      <Objections ballot={ballot} kind="conflict" />
    </>
  )
  return (
    <>
      {ballot.round === 2 && <Callout>{t('secondRound.text', { count, bids: spelled(count) })}</Callout>}
      <RulesCard ballot={ballot} />
      <TwoColumns
        aside={
          <>
            <Participation ballot={ballot} />
            <Standing ballot={ballot} />
            <Voters ballot={ballot} />
            {!mayRule && objections}
            <CloseEarly ballot={ballot} />
          </>
        }
      >
        {mayRule && objections}
        {isGiven && <Proxies ballot={ballot} />}
        {papers.length > 0 ? <BallotPaper key={editionOf(papers)} ballot={ballot} papers={papers} /> : <BidsToRead ballot={ballot} />}
        <BidsOut ballot={ballot} />
        {!isGiven && <Proxies ballot={ballot} />}
        <FirstRound ballot={ballot} />
      </TwoColumns>
    </>
  )
}

/** To who does not vote: why, and the bids. */
const BidsToRead = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const vote = abilityFor(ballot.abilities, 'vote')
  return (
    <Card>
      <CardHead title={t('bids')} />
      {vote?.reason !== 'PROXY_GIVEN' && <Callout tone="plain">{sentenceOf(vote?.reason ?? 'NOT_A_VOTER', vote?.params)}</Callout>}
      <ul className={classes['bids']}>
        {bidsAtVote(ballot).map((bid) => (
          <li key={bid.bidId}>
            <BidLine bid={bid} needId={ballot.needId} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
