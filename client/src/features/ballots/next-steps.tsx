import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'

const words = { chosen: 'chosen', tie: 'tied', none: 'nothing', no_quorum: 'nothing' } as const

/** What follows, and the way to the mission once there is one. */
export const NextSteps = ({ ballot, outcome }: { ballot: BallotView; outcome: BallotOutcome }) => {
  const { t } = useTranslation('ballots')
  return (
    <Card tight aria-labelledby="next">
      <h3 id="next">{t('next.title')}</h3>
      <p>{t(`next.${words[outcome.verdict]}`, { association: ballot.group.association })}</p>
      {ballot.missionId && (
        <Button component={Link} to={paths.mission(ballot.missionId)} variant="outline" fullWidth data-noprint="">
          {t('next.mission')}
        </Button>
      )}
    </Card>
  )
}
