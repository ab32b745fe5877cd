import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import classes from './ballots.module.css'

const words = { chosen: 'charged', tie: 'tied', none: 'nothing', no_quorum: 'nothing' } as const

/** What follows, and the way to the mission once there is one. */
export const NextSteps = ({ ballot, outcome }: { ballot: BallotView; outcome: BallotOutcome }) => {
  const { t } = useTranslation('ballots')
  const chosen = ballot.bids.find(({ bidId }) => bidId === outcome.chosenBidId)
  return (
    <Card tight aria-labelledby="next">
      <h3 id="next">{t('next.title')}</h3>
      {chosen ? <Steps chosen={chosen} since={outcome.closedAt} /> : <p>{t(`next.${words[outcome.verdict]}`)}</p>}
      {ballot.missionId && (
        <Button component={Link} to={paths.mission(ballot.missionId)} variant="outline" fullWidth data-noprint="">
          {t('next.mission')}
        </Button>
      )}
    </Card>
  )
}

const Steps = ({ chosen, since }: { chosen: BallotView['bids'][number]; since: string }) => {
  const { t } = useTranslation('ballots')
  const { mySharePriceMinor: mine, freelancer, deliversOn } = chosen
  return (
    <dl className={classes['next']}>
      <dt>
        <When at={since} as="day" />
      </dt>
      <dd>{mine === null ? t('next.charged') : t('next.chargedMine', { price: money(mine) })}</dd>
      <dt>{t('next.then')}</dt>
      <dd>{t('next.contract', { name: freelancer.name })}</dd>
      <dt>
        <When at={deliversOn} as="day" />
      </dt>
      <dd>{t('next.delivery')}</dd>
    </dl>
  )
}
