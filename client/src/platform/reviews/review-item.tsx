import { useTranslation } from 'react-i18next'
import type { ReviewView } from '@mutuo/shared/reviews/review.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import { ReviewActs } from './review-acts.tsx'
import classes from './reviews.module.css'
import { Stars } from './stars.tsx'

/** What somebody wrote, with the reply of whom it is about; the acts of who may act on it. */
export const ReviewItem = ({ review, as: Element = 'li' }: { review: ReviewView; as?: 'li' | 'div' }) => {
  const { t } = useTranslation('reviews')
  const { author, groupName, reply, marks } = review
  return (
    <Element className={classes['review']}>
      <p className={classes['by']}>
        {author && <FirmMark of={author} size="sm" />}
        <span>
          <b>{author ? author.name : t('item.aFirm', { group: groupName })}</b>{' '}
          <small>
            {author && review.kind === 'of_freelancer' && `${groupName}, `}
            <When at={review.at} as="day" />
          </small>
        </span>
      </p>
      {marks && <Stars value={marks.overall} />}
      <p className={review.text ? classes['text'] : 'muted'}>{review.text || t('item.noText')}</p>
      {reply && (
        <div className={classes['reply']}>
          <p>
            <b>{t('item.replies', { name: reply.by })}</b>{' '}
            <small>
              <When at={reply.at} as="day" />
            </small>
          </p>
          <p className={classes['text']}>{reply.text}</p>
        </div>
      )}
      <ReviewActs review={review} />
    </Element>
  )
}
