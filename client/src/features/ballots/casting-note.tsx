import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Card } from '../../ui/card.tsx'

/** Whether the association had to decide, and what it wrote. */
export const CastingNote = ({ ballot, outcome }: { ballot: BallotView; outcome: BallotOutcome }) => {
  const { t } = useTranslation('ballots')
  const words = outcome.byCastingVote ? 'used' : outcome.verdict === 'tie' ? 'awaited' : 'unused'
  return (
    <Card tight aria-labelledby="casting-note">
      <h3 id="casting-note">
        <IconScale className="ico" aria-hidden="true" /> {t('casting.title')}
      </h3>
      <p>
        {t('casting.rule', { association: ballot.group.association })} <b>{t(`casting.${words}`)}</b>
      </p>
      {outcome.castingReason && <p>{t('reasons.quote', { reason: outcome.castingReason })}</p>}
    </Card>
  )
}
