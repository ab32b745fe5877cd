import { useTranslation } from 'react-i18next'
import { listReportedReviews } from '@mutuo/shared/reviews/review.endpoints.ts'
import type { ReportedReview } from '@mutuo/shared/reviews/review.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { useSession } from '../session.tsx'
import { keyOf, useAnswer } from '../use-endpoint.ts'
import { useLive } from '../use-live.ts'
import { ReviewItem } from './review-item.tsx'
import classes from './reviews.module.css'

/** What somebody finds should not be there, for who may hide it. `quiet`: nothing where nothing is reported. */
export const ReportedReviews = ({ quiet = false }: { quiet?: boolean }) => {
  const { t } = useTranslation('reviews')
  const { active } = useSession()
  const query = useAnswer(listReportedReviews, { limit: 50 })
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(listReportedReviews)])
  if (quiet && !query.data?.items.length) return null
  return (
    <Card aria-labelledby="avis-signales">
      <Loaded query={query}>
        {({ items }) => (
          <>
            <CardHead id="avis-signales" title={t('reported.title', { count: items.length })} hint={t('reported.hint')} />
            <ul className={classes['list']}>
              {items.map((review) => (
                <Reported key={review.id} review={review} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Card>
  )
}

const Reported = ({ review }: { review: ReportedReview }) => {
  const { t } = useTranslation('reviews')
  const about = review.kind === 'of_freelancer' ? review.freelancer.name : review.groupName
  return (
    <li>
      <ReviewItem as="div" review={review} />
      <p>
        <b>{t('reported.about', { about })}</b>
      </p>
      <ul>
        {review.reports.map(({ by, at, reason }) => (
          <li key={at}>{t('reported.because', { by, on: at, reason })}</li>
        ))}
      </ul>
    </li>
  )
}
