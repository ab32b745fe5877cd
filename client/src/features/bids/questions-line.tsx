import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { paths } from '../../platform/paths.ts'

/** What its freelancer asked about the need and how much of it is answered; the words stand with the need. */
export const QuestionsLine = ({ bid: { needId, questions, freelancer } }: { bid: BidView }) => {
  const { t } = useTranslation('bids')
  if (!questions || questions.asked === 0) return <span className="muted">{t('questions.none')}</span>
  return (
    <Link to={`${paths.need(needId)}#questions`}>
      {t('questions.answered', { count: questions.answered, asked: questions.asked })}
      <span className="sr">{t('of', { name: freelancer.name })}</span>
    </Link>
  )
}
