import { useTranslation } from 'react-i18next'
import type { ReviewFigures } from '@mutuo/shared/reviews/review.schema.ts'
import { Figure } from '../../ui/figure.tsx'
import { number } from '../format.ts'
import classes from './reviews.module.css'

/** The average, how the marks lie around it, and what they are made of. */
export const Figures = ({ figures, kind }: { figures: ReviewFigures; kind: 'of_freelancer' | 'of_group' }) => {
  const { t } = useTranslation('reviews')
  const { average, reviews, groups, byCriterion, distribution, wouldWorkAgain } = figures
  return (
    <div className={classes['figures']}>
      <div>
        <Figure after={t('figures.outOf')}>{number(average, { minimumFractionDigits: 1 })}</Figure>
        <p>
          {t('figures.reviews', { count: reviews })}
          {kind === 'of_freelancer' && t('figures.groups', { count: groups })}
        </p>
        <p>{t(`figures.again.${kind}`, { count: wouldWorkAgain, total: reviews })}</p>
        <dl className={classes['criteria']}>
          {byCriterion.map(({ criterion, average: mean }) => (
            <div key={criterion}>
              <dt>{t(`criteria.${criterion}.name`)}</dt>
              <dd>{number(mean, { minimumFractionDigits: 1 })}</dd>
            </div>
          ))}
        </dl>
      </div>
      <ul className={classes['bars']} aria-label={t('figures.distribution')}>
        {distribution
          .map((count, at) => ({ count, stars: at + 1 }))
          .reverse()
          .map(({ count, stars }) => (
            <li key={stars} className={classes['bar']}>
              <span>{t('stars.count', { count: stars })}</span>
              <span className={classes['track']} aria-hidden="true">
                <span className={classes['fill']} style={{ width: `${(100 * count) / reviews}%` }} />
              </span>
              <span>{count}</span>
            </li>
          ))}
      </ul>
    </div>
  )
}
