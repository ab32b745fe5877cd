import { useTranslation } from 'react-i18next'
import type { BallotOutcome, BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { outcomeReasonOf } from '@mutuo/shared/ballots/outcome.rules.ts'
import { number } from '../../platform/format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import classes from './ballots.module.css'

type Props = { ballot: BallotView; outcome: BallotOutcome; caption: string }

/** Every bid with what it got: a table, and a list on the phone. */
export const OutcomeTable = ({ ballot, outcome, caption }: Props) => {
  const { t } = useTranslation('ballots')
  const hasMean = ballot.rules.method === 'score'
  const lines = outcome.bids.map((bid) => ({
    key: bid.bidId,
    isChosen: bid.isChosen,
    name: bid.freelancer.name,
    mean: number(bid.result, { minimumFractionDigits: 1, maximumFractionDigits: 2 }),
    heads: t('table.heads', { count: bid.acceptedHeads, total: outcome.heads.eligible }),
    euros: t('table.band', { from: bid.acceptedEuros.fromPercent, to: bid.acceptedEuros.toPercent }),
    reason: t(`reason.${outcomeReasonOf(bid, outcome)}`),
  }))
  return (
    <>
      <div className={`${classes['table']} wide-only`}>
        <DataTable
          caption={caption}
          head={[
            t('table.bid'),
            ...(hasMean ? [{ text: t('table.mean'), numeric: true }] : []),
            { text: t('table.firms'), numeric: true },
            { text: t('table.eurosHead'), numeric: true },
            t('table.result'),
          ]}
          rows={lines.map(({ key, isChosen, name, mean, heads, euros, reason }) => ({
            key,
            here: isChosen,
            cells: [name, ...(hasMean ? [mean] : []), heads, euros, reason],
          }))}
        />
      </div>
      <ul className={`${classes['lines']} phone-only`}>
        {lines.map(({ key, name, mean, heads, euros, reason }) => (
          <li key={key}>
            <h3>{name}</h3>
            <p>
              {hasMean && `${t('table.mean')} ${mean} · `}
              {heads} · {t('table.eurosOf', { part: euros })}
            </p>
            <p>
              <b>{reason}</b>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
