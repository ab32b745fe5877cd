import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { day, money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './ballots.module.css'

/** `isBrief` on another firm's paper: nobody knows its price, and the whole bid is one line further up. */
type Props = { bid: BallotView['bids'][number]; needId: string; headingId?: string; isBrief?: boolean }

/** A bid as one votes on it: who, the reader's price, when, and the way back to the whole of it. */
export const BidLine = ({ bid, needId, headingId, isBrief = false }: Props) => {
  const { t } = useTranslation('ballots')
  const { rating } = bid.freelancer
  const price =
    bid.mySharePriceMinor === null || isBrief
      ? t('bid.total', { price: money(bid.totalMinor, { whole: true }) })
      : t('bid.mine', { price: money(bid.mySharePriceMinor, { whole: true }) })
  return (
    <div className={classes['who']}>
      <FirmMark of={bid.freelancer} />
      <div>
        <h3 id={headingId}>{bid.freelancer.name}</h3>
        <p className="muted">
          {price} · {t('bid.delivered', { on: day(bid.deliversOn) })}
          {rating && ` · ${t('bid.rated', { average: rating.average })}`}
        </p>
      </div>
      {!isBrief && (
        <Link className="link" to={paths.bid(needId, bid.bidId)}>
          {t('bid.read')}
          <span className="sr"> : {bid.freelancer.name}</span>
        </Link>
      )}
    </div>
  )
}
