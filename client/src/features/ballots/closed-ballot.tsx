import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { paths } from '../../platform/paths.ts'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { BidsOut } from './bids-out.tsx'
import { CastingVote } from './casting-vote.tsx'
import { CastingNote } from './casting-note.tsx'
import { FirstRound } from './first-round.tsx'
import { NextSteps } from './next-steps.tsx'
import { Objections } from './objections.tsx'
import { Reasons } from './reasons.tsx'
import { RecordCard } from './record-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { Verdict } from './verdict.tsx'
import { Voters } from './voters.tsx'

/** What came out: the verdict and its two majorities, the reasons, the sealed record; on a tie, the association's vote. */
export const ClosedBallot = ({ ballot }: { ballot: BallotView }) => {
  const { outcome } = ballot
  if (ballot.state === 'held') return <HeldBallot ballot={ballot} />
  if (ballot.state === 'void' || !outcome) return <VoidBallot ballot={ballot} />
  const cast = abilityFor(ballot.abilities, 'cast')
  return (
    <TwoColumns
      aside={
        <>
          <RecordCard ballot={ballot} outcome={outcome} />
          <CastingNote ballot={ballot} outcome={outcome} />
          <NextSteps ballot={ballot} outcome={outcome} />
          <Voters ballot={ballot} />
        </>
      }
    >
      {ballot.state === 'tied' && cast?.allowed && <CastingVote ballot={ballot} outcome={outcome} />}
      <Verdict ballot={ballot} outcome={outcome} />
      <BidsOut ballot={ballot} />
      {outcome.reasons.length > 0 && <Reasons reasons={outcome.reasons} />}
      <Objections ballot={ballot} kind="consent" />
      <Objections ballot={ballot} kind="conflict" />
      <FirstRound ballot={ballot} />
      <RulesCard ballot={ballot} />
    </TwoColumns>
  )
}

/** Nobody votes any more; what was said waits, unread, for the association's ruling. */
const HeldBallot = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  return (
    <TwoColumns aside={<Voters ballot={ballot} />}>
      <Callout tone="ocre">{t('held', { association: ballot.group.association })}</Callout>
      <Objections ballot={ballot} kind="conflict" />
      <RulesCard ballot={ballot} />
    </TwoColumns>
  )
}

const VoidBallot = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  return (
    <Card>
      <p>{t('voidText')}</p>
      <div className="row">
        <LinkButton to={paths.need(ballot.needId)} variant="outline">
          {t('voidSee')}
        </LinkButton>
      </div>
    </Card>
  )
}
