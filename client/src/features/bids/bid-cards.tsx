import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { BidCard } from './bid-card.tsx'
import classes from './bids.module.css'
import { scaleOf } from './price-steps.tsx'

type Props = { bids: readonly BidView[]; firms: number; onHide: ((bid: BidView) => void) | undefined }

/** The phone's comparison: a card a bid. */
export const BidCards = ({ bids, firms, onHide }: Props) => {
  const scale = scaleOf(bids)
  return (
    <ul className={`stack phone-only ${classes['stacked']}`}>
      {bids.map((bid) => (
        <BidCard key={bid.id} bid={bid} firms={firms} scale={scale} onHide={onHide} />
      ))}
    </ul>
  )
}
