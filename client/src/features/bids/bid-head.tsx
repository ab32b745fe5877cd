import { useTranslation } from 'react-i18next'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Chip } from '../../ui/chip.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './bids.module.css'

/** Who bids, and what makes the bid stand out. */
export const BidHead = ({ bid }: { bid: BidView }) => (
  <div>
    <div className={classes['head']}>
      <FirmMark of={bid.freelancer} />
      <div>
        <h2>{bid.freelancer.name}</h2>
        <small>{[bid.freelancer.headline, bid.freelancer.commune].filter(Boolean).join(', ')}</small>
      </div>
    </div>
    <BidBadges bid={bid} />
  </div>
)

const settled = ['chosen', 'declined', 'withdrawn', 'draft']

const BidBadges = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  const isSettled = settled.includes(bid.state)
  const isCheapest = bid.mine?.isCheapestForMe ?? false
  const badges = bid.badges.filter((badge) => badge !== 'cheapest_total' || !bid.mine)
  if (!isSettled && !isCheapest && badges.length === 0) return null
  return (
    <div className={classes['badges']}>
      {isSettled && <StateBadge process="bid" state={bid.state} />}
      {isCheapest && <Chip>{t('badges.cheapestForMe')}</Chip>}
      {badges.map((badge) => (
        <Chip key={badge}>{t(`badges.${badge}`)}</Chip>
      ))}
    </div>
  )
}
