import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Gauge } from './gauge.tsx'

/** How many have voted, never what; of the euros a band of ten per cent, so that nobody's cap can be read from it. */
export const Participation = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  const { votedHeads, eligibleHeads, neededHeads, eurosBand, neededEurosPercent } = ballot.participation
  const { fromPercent, toPercent } = eurosBand
  const heads = t('participation.heads', { count: votedHeads, total: eligibleHeads })
  const euros = t('participation.euros', { from: fromPercent, to: toPercent })
  const missing = neededHeads - votedHeads
  return (
    <Card aria-labelledby="participation">
      <CardHead id="participation" title={t('participation.title')} hint={t('participation.hint')} />
      <Gauge
        title={heads}
        segments={[{ key: 'voted', weight: votedHeads }]}
        total={eligibleHeads}
        mark={{ at: neededHeads, text: t('participation.headsNeeded', { count: neededHeads }) }}
      />
      <Gauge
        title={euros}
        segments={[
          { key: 'sure', weight: fromPercent },
          { key: 'maybe', weight: toPercent - fromPercent, look: 'hatched' },
        ]}
        total={100}
        mark={{ at: neededEurosPercent, text: t('participation.eurosNeeded', { percent: neededEurosPercent }) }}
      >
        <small>{t('participation.rounded')}</small>
      </Gauge>
      <p>
        <strong>{missing > 0 ? t('participation.missing', { count: missing }) : t('participation.enough')}</strong>
      </p>
    </Card>
  )
}
