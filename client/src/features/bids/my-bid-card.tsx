import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { listMyBids } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { AnswerOf } from '../../platform/api.ts'
import { money } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { StateBadge } from '../../platform/state-badge.tsx'
import { Card } from '../../ui/card.tsx'
import { When } from '../../ui/when.tsx'
import classes from './bids.module.css'

type MyBid = AnswerOf<typeof listMyBids>['items'][number]

const waiting = ['submitted', 'shortlisted']

export const MyBidCard = ({ bid }: { bid: MyBid }) => {
  const { t } = useTranslation('bids')
  const isDraft = bid.state === 'draft'
  return (
    <Card as="li" tight edge={isDraft ? 'ocre' : undefined} className={classes['mine']}>
      <div className="row">
        <StateBadge process="bid" state={bid.state} />
      </div>
      <h2>
        <Link to={isDraft ? paths.ownBid(bid.needId) : paths.bid(bid.needId, bid.id)}>{bid.needTitle}</Link>
      </h2>
      <p className="muted">{bid.groupName}</p>
      <p>
        <b>{money(bid.totalMinor, { whole: true })}</b> {t('my.for', { count: bid.firms })}
      </p>
      {(isDraft || waiting.includes(bid.state)) && (
        <small>
          {t(isDraft ? 'my.submitBefore' : 'my.closes')} <When at={bid.closesAt} weekday />
        </small>
      )}
    </Card>
  )
}
