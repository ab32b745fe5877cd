import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReviewPage } from '@mutuo/shared/reviews/review.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Figures } from './figures.tsx'
import { ReviewItem } from './review-item.tsx'
import classes from './reviews.module.css'

type Query = {
  data: { pages: ReviewPage[] } | undefined
  error: unknown
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

/** What is said of a freelancer or of a group: the figures from three authors on, then the words, the latest first. */
export const ReviewsCard = ({ query, kind }: { query: Query; kind: 'of_freelancer' | 'of_group' }) => {
  const { t } = useTranslation('reviews')
  return (
    <Card aria-labelledby="avis">
      <Loaded query={query}>
        {({ pages }) => {
          const figures = pages[0]?.figures
          const items = pages.flatMap((page) => page.items)
          return (
            <>
              <CardHead id="avis" title={t(`card.${kind}`)} hint={figures ? undefined : t(`card.tooFew.${kind}`)} />
              {figures && <Figures figures={figures} kind={kind} />}
              {items.length > 0 && (
                <ul className={classes['list']}>
                  {items.map((review) => (
                    <ReviewItem key={review.id} review={review} />
                  ))}
                </ul>
              )}
              {query.hasNextPage && (
                <div>
                  <Button variant="outline" size="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('card.more')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
