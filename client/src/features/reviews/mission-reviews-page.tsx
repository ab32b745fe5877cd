import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { getMissionReviews } from '@mutuo/shared/reviews/review.endpoints.ts'
import type { MissionReviews } from '@mutuo/shared/reviews/review.schema.ts'
import { dayTime } from '../../platform/format.ts'
import { paths } from '../../platform/paths.ts'
import { ReviewItem } from '../../platform/reviews/review-item.tsx'
import { sentenceOf } from '../../platform/problem-text.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'
import { useLive } from '../../platform/use-live.ts'
import { abilityFor } from '../../ui/ability-button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHead } from '../../ui/card.tsx'
import { LoadedPage } from '../../ui/loaded-page.tsx'
import { Page } from '../../ui/page.tsx'
import { Ticks } from '../../ui/ticks.tsx'
import { TwoColumns } from '../../ui/two-columns.tsx'
import { MyReview } from './my-review.tsx'
import { ReviewForm } from './review-form.tsx'

/** After a mission: what one says of the other side, and what the other side said. */
export const MissionReviewsPage = () => {
  const { missionId = '' } = useParams()
  useLive(`mission:${missionId}`, [keyOf(getMissionReviews)])
  return <LoadedPage query={useAnswer(getMissionReviews, { missionId })}>{(reviews) => <Reviews reviews={reviews} />}</LoadedPage>
}

const Reviews = ({ reviews }: { reviews: MissionReviews }) => {
  const { t } = useTranslation('reviews')
  const { missionId, title, kind, freelancer, groupName, closesAt, mine, ofGroup } = reviews
  const about = kind === 'of_group' ? groupName : freelancer.name
  const until = closesAt && dayTime(closesAt)
  const isAsked = abilityFor(reviews.abilities, 'write')?.allowed
  return (
    <Page
      title={isAsked ? t('page.ask', { about }) : t('page.title', { title })}
      back={{ to: paths.mission(missionId), label: title }}
      lead={t(`page.window.${reviews.window}`, { until })}
    >
      <TwoColumns aside={<WhoReads reviews={reviews} until={until} />}>
        <Own reviews={reviews} about={about} />
        {ofGroup && (
          <Card aria-labelledby="avis-groupement">
            <CardHead id="avis-groupement" title={t('page.ofGroup', { name: freelancer.name, group: groupName })} />
            <ReviewItem as="div" review={ofGroup} />
          </Card>
        )}
        {!ofGroup && kind === 'of_freelancer' && mine && reviews.window === 'open' && (
          <Callout tone="plain">{t('page.otherWaits', { name: freelancer.name, until })}</Callout>
        )}
      </TwoColumns>
    </Page>
  )
}

/** The form while one may write; else what one wrote, or why one may not. */
const Own = ({ reviews, about }: { reviews: MissionReviews; about: string }) => {
  const { t } = useTranslation('reviews')
  const [isRevising, setRevising] = useState(false)
  const { kind, mine } = reviews
  const write = abilityFor(reviews.abilities, 'write')
  if (!kind) return <Callout tone="plain">{t('page.onlooker')}</Callout>
  if (mine && !isRevising) return <MyReview reviews={reviews} mine={mine} about={about} onRevise={() => setRevising(true)} />
  if (!mine && !write?.allowed) return <Callout tone="plain">{sentenceOf(write?.reason ?? 'FORBIDDEN')}</Callout>
  return <ReviewForm reviews={reviews} kind={kind} about={about} onDone={() => setRevising(false)} />
}

const WhoReads = ({ reviews, until }: { reviews: MissionReviews; until: string | undefined }) => {
  const { t } = useTranslation('reviews')
  const lines = [...(reviews.window === 'open' ? ['blind'] : []), 'three', 'signed', 'final']
  return (
    <Card tight aria-labelledby="qui-lit">
      <h2 id="qui-lit">{t('page.whoReads')}</h2>
      <Ticks items={lines.map((line) => t(`page.rules.${line}`, { until, group: reviews.groupName }))} />
      <Link className="link" to={paths.organisation(reviews.freelancer.id)}>
        {t('page.ofFreelancer', { name: reviews.freelancer.name })}
      </Link>
      {reviews.window !== 'none' && <small>{t('page.count', { count: reviews.written, total: reviews.awaited })}</small>}
    </Card>
  )
}
