import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { paths } from '../../platform/paths.ts'

export const ReadBid = ({ bid }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  return (
    <Button variant="outline" fullWidth component={Link} to={paths.bid(bid.needId, bid.id)}>
      {t('read')}
      <span className="sr"> {t('of', { name: bid.freelancer.name })}</span>
    </Button>
  )
}
