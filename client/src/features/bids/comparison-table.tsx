import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { BidHead } from './bid-head.tsx'
import classes from './bids.module.css'
import { HideButton } from './hidden-bids.tsx'
import { ReadBid } from './read-bid.tsx'
import { ShortlistButton } from './shortlist-button.tsx'
import { useComparisonRows } from './use-comparison-rows.tsx'

type Props = { bids: readonly BidView[]; firms: number; onHide: ((bid: BidView) => void) | undefined }

/** The wide screen's comparison: a column a bid, a row a fact. */
export const ComparisonTable = ({ bids, firms, onHide }: Props) => {
  const { t } = useTranslation('bids')
  const rows = useComparisonRows(bids, firms)
  const caption = t('table.caption', { count: bids.length })
  const cells = (cell: (bid: BidView) => ReactNode) => bids.map((bid) => <td key={bid.id}>{cell(bid)}</td>)
  return (
    <div className={`${classes['sheet']} wide-only`} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes['table']} style={{ minWidth: 140 + 250 * bids.length }}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <td />
            {bids.map((bid) => (
              <th key={bid.id} scope="col">
                <BidHead bid={bid} />
                <ShortlistButton bid={bid} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, hint, look, cell }) => (
            <tr key={key} data-look={look}>
              <th scope="row">
                {label}
                {hint && (
                  <>
                    <br />
                    <small>{hint}</small>
                  </>
                )}
              </th>
              {cells(cell)}
            </tr>
          ))}
          <tr data-noprint="">
            <td />
            {cells((bid) => (
              <div className={classes['last']}>
                <ReadBid bid={bid} />
                {onHide && <HideButton bid={bid} onHide={onHide} />}
              </div>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}
