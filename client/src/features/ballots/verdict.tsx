import { useTranslation } from 'react-i18next'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Card } from '../../ui/card.tsx'
import { Figure } from '../../ui/figure.tsx'
import { When } from '../../ui/when.tsx'
import classes from './ballots.module.css'
import { Duels } from './duels.tsx'
import { Gauge } from './gauge.tsx'
import { OutcomeTable } from './outcome-table.tsx'

type Props = { ballot: BallotView; outcome: BallotOutcome }

/** Why the vote ended so, then the two majorities of the chosen bid, then every bid. */
export const Verdict = ({ ballot, outcome }: Props) => {
  const { t } = useTranslation('ballots')
  const chosen = outcome.bids.find((bid) => bid.isChosen)
  const absent = ballot.voters.filter((voter) => !voter.hasVoted).map((voter) => voter.firm.name)
  return (
    <Card>
      <div className="stack tight">
        <h2 className={classes['verdict']}>{t(`verdict.${outcome.verdict}.title`)}</h2>
        <p className="muted">
          {t('verdict.closed')} <When at={outcome.closedAt} weekday />, {t('paris')}{' '}
          {t('verdict.voted', { count: outcome.heads.voted, total: outcome.heads.eligible })}{' '}
          {absent.length > 0 && t('verdict.absent', { count: absent.length, names: absent.join(', ') })}
        </p>
      </div>
      {chosen && <Majorities outcome={outcome} bid={chosen} />}
      <OutcomeTable ballot={ballot} outcome={outcome} caption={t('table.caption')} />
      <Duels outcome={outcome} caption={t('duels.caption')} />
      <small>{t(`verdict.note.${ballot.rules.method}`)}</small>
    </Card>
  )
}

const Majorities = ({ outcome, bid }: { outcome: BallotOutcome; bid: BallotOutcome['bids'][number] }) => {
  const { t } = useTranslation('ballots')
  const { heads, euros } = outcome
  const { fromPercent: from, toPercent: to } = bid.acceptedEuros
  return (
    <div className={classes['outcome']}>
      <Gauge
        title={t('verdict.heads', { count: bid.acceptedHeads, total: heads.eligible })}
        figure={
          <Figure small after={t('verdict.headsAfter', { total: heads.eligible })}>
            {t('common:unit.firms', { count: bid.acceptedHeads })}
          </Figure>
        }
        segments={[{ key: 'accepts', weight: bid.acceptedHeads }]}
        total={heads.eligible}
        mark={{ at: heads.needed, text: t('verdict.headsNeeded', { count: heads.needed }) }}
      />
      <Gauge
        title={t('verdict.euros', { from, to })}
        figure={
          <Figure small after={t('verdict.eurosAfter')}>
            {t('verdict.band', { from, to })}
          </Figure>
        }
        segments={[
          { key: 'sure', weight: from },
          { key: 'maybe', weight: to - from, look: 'hatched' },
        ]}
        total={100}
        mark={{ at: euros.majorityPercent, text: t('verdict.eurosNeeded', { percent: euros.majorityPercent }) }}
      />
    </div>
  )
}
