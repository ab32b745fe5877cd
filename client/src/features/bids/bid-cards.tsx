import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { BidCard } from './bid-card.tsx'
import { scaleOf } from './price-steps.tsx'

/** The phone's comparison: a card a bid. */
export const BidCards = ({ bids, firms }: { bids: readonly BidView[]; firms: number }) => {
  const scale = scaleOf(bids)
  return (
    <ul className="stack phone-only">
      {bids.map((bid) => (
        <BidCard key={bid.id} bid={bid} firms={firms} scale={scale} />
      ))}
    </ul>
  )
}
