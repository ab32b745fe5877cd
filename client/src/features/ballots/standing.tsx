import { useTranslation } from 'react-i18next'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { number } from '../../platform/format.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import classes from './ballots.module.css'

/** Where the charter hides nothing: how the vote stands now. */
export const Standing = ({ ballot }: { ballot: BallotView }) => {
  const { t } = useTranslation('ballots')
  if (!ballot.standing) return null
  const isScore = ballot.rules.method === 'score'
  return (
    <Card aria-labelledby="standing">
      <CardHead id="standing" title={t('standing.title')} hint={t('standing.hint')} />
      <ol className={classes['lines']}>
        {ballot.standing.map(({ bidId, freelancer, result, acceptedHeads }) => (
          <li key={bidId}>
            <b>{freelancer.name}</b>
            <p>
              {isScore && `${t('table.mean')} ${number(result, { minimumFractionDigits: 1, maximumFractionDigits: 2 })} · `}
              {t('table.heads', { count: acceptedHeads, total: ballot.participation.eligibleHeads })}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
