import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { CastingVote } from './casting-vote.tsx'
import { CastingNote } from './casting-note.tsx'
import { NextSteps } from './next-steps.tsx'
import { Reasons } from './reasons.tsx'
import { RecordCard } from './record-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { Verdict } from './verdict.tsx'
import { Voters } from './voters.tsx'

/** What came out: the verdict and its two majorities, the reasons, the sealed record; on a tie, the association's vote. */
export const ClosedBallot = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { outcome } = ballot
  if (!outcome) return <Callout tone="plain">{t('void')}</Callout>
  const cast = abilityFor(ballot.abilities, 'cast')
  return (
    <TwoColumns
      aside={
        <>
          <RecordCard outcome={outcome} />
          <CastingNote ballot={ballot} outcome={outcome} />
          <NextSteps ballot={ballot} outcome={outcome} />
          <Voters ballot={ballot} />
        </>
      }
    >
      {ballot.state === 'tied' && cast?.allowed && <CastingVote ballot={ballot} outcome={outcome} />}
      <Verdict ballot={ballot} outcome={outcome} />
      {outcome.reasons.length > 0 && <Reasons reasons={outcome.reasons} />}
      <RulesCard ballot={ballot} />
    </TwoColumns>
  )
}
