import { useState } from 'react'
import { Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  getMissionReviews,
  hideReview,
  listReportedReviews,
  listReviewsOfFreelancer,
  listReviewsOfGroup,
  replyToReview,
  reportReview,
} from '@mutuo/shared/reviews/review.endpoints.ts'
import type { ReviewView } from '@mutuo/shared/reviews/review.schema.ts'
import { abilityFor, AbilityButton } from '../../ui/ability-button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { toastDone } from '../../ui/toast.ts'
import { keyOf, useAct } from '../use-endpoint.ts'

export const aboutReviews = [
  keyOf(listReviewsOfFreelancer),
  keyOf(listReviewsOfGroup),
  keyOf(getMissionReviews),
  keyOf(listReportedReviews),
]

const moves = ['reply', 'report', 'hide'] as const
type Move = (typeof moves)[number]

/** What may be done with a review that is out, each asked once more in a window. What was done already is said by the review itself. */
export const ReviewActs = ({ review }: { review: ReviewView }) => {
  const { t } = useTranslation('reviews')
  const [asked, setAsked] = useState<Move | null>(null)
  const offered = moves.filter((move) => {
    const ability = abilityFor(review.abilities, move)
    return ability && ability.reason !== 'REVIEW_ALREADY_REPLIED'
  })
  if (offered.length === 0) return null
  return (
    <div className="row" data-noprint="">
      {offered.map((move) => (
        <AbilityButton
          key={move}
          ability={abilityFor(review.abilities, move)}
          size="sm"
          variant={move === 'reply' ? 'outline' : 'subtle'}
          onClick={() => setAsked(move)}
        >
          {t(`acts.${move}.go`)}
          <span className="sr"> : {review.text.slice(0, 60)}</span>
        </AbilityButton>
      ))}
      {asked && <ActDialog key={asked} move={asked} review={review} onClose={() => setAsked(null)} />}
    </div>
  )
}

const longest: Record<Move, number> = { reply: 1000, report: 500, hide: 500 }

const ActDialog = ({ move, review, onClose }: { move: Move; review: ReviewView; onClose: () => void }) => {
  const { t } = useTranslation('reviews')
  const [text, setText] = useState('')
  const done = { invalidates: aboutReviews, onDone: () => toastDone(t(`acts.${move}.done`)) }
  const reply = useAct(replyToReview, done)
  const report = useAct(reportReview, done)
  const hide = useAct(hideReview, done)
  const words = text.trim()
  const { id: reviewId, version } = review
  const confirm = {
    reply: () => reply.mutateAsync({ reviewId, version, text: words }),
    report: () => report.mutateAsync({ reviewId, reason: words }),
    hide: () => hide.mutateAsync({ reviewId, version, reason: words }),
  }
  return (
    <Confirm
      isOpen
      onClose={onClose}
      title={t(`acts.${move}.title`)}
      confirmLabel={t(`acts.${move}.confirm`)}
      danger={move === 'hide'}
      disabled={words === ''}
      onConfirm={confirm[move]}
    >
      <p>{t(`acts.${move}.text`)}</p>
      <Textarea
        label={t(`acts.${move}.label`)}
        maxLength={longest[move]}
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Confirm>
  )
}
