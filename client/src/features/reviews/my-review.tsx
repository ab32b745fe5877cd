import { useTranslation } from 'react-i18next'
import type { MissionReviews, OwnReview } from '@mutuo/shared/reviews/review.schema.ts'
import { Stars } from '../../platform/reviews/stars.tsx'
import { StateBadge } from '../../platform/state-badge.tsx'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import classes from './reviews.module.css'

type Props = { reviews: MissionReviews; mine: OwnReview; about: string; onRevise: () => void }

/** What one's own organisation wrote, and whether others read it yet. */
export const MyReview = ({ reviews, mine, about, onRevise }: Props) => {
  const { t } = useTranslation('reviews')
  const { content, state } = mine
  // Out for everybody later: until then those firms read it that have written.
  const isReadByFirms = state === 'written' && abilityFor(reviews.abilities, 'revise')?.reason === 'REVIEW_READABLE'
  const isSigned = content.kind === 'of_group' || content.isSigned
  return (
    <Card aria-labelledby="mon-avis">
      <CardHead id="mon-avis" title={t('mine.title', { about })}>
        {isReadByFirms ? <Chip tone="ok">{t('mine.readByFirms')}</Chip> : <StateBadge process="review" state={state} />}
      </CardHead>
      <dl className={classes['marks']}>
        {Object.entries(content.marks).map(([criterion, value]) => (
          <div key={criterion}>
            <dt>{t(`criteria.${criterion}.name`)}</dt>
            <dd>
              <Stars value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {content.text && <p className={classes['text']}>{content.text}</p>}
      <p>{t(`mine.again.${content.kind}.${content.wouldWorkAgain ? 'yes' : 'no'}`)}</p>
      <small>{isSigned ? t('mine.signed') : t('mine.unsigned', { group: reviews.groupName })}</small>
      {state === 'written' && (
        <div>
          <AbilityButton ability={abilityFor(reviews.abilities, 'revise')} variant="outline" onClick={onRevise}>
            {t('mine.revise')}
          </AbilityButton>
        </div>
      )}
    </Card>
  )
}
