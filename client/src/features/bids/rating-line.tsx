import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { paths } from '../../platform/paths.ts'

/** What other firms thought of the freelancer, from three of them on; the words are on its page. */
export const RatingLine = ({ freelancer }: { freelancer: BidView['freelancer'] }) => {
  const { t } = useTranslation('bids')
  const { rating, id, name } = freelancer
  return (
    <Link to={paths.organisation(id)}>
      {rating ? (
        <>
          <b>{t('rating.average', { average: rating.average })}</b>{' '}
          <small>
            {t('rating.reviews', { count: rating.reviews })}
            {t('rating.groups', { count: rating.groups })}
          </small>
        </>
      ) : (
        t('rating.tooFew')
      )}
      <span className="sr"> : {name}</span>
    </Link>
  )
}
