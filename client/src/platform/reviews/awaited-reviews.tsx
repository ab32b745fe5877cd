import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { listAwaitedReviews } from '@mutuo/shared/reviews/review.endpoints.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { paths } from '../paths.ts'
import { useSession } from '../session.tsx'
import { keyOf, useAnswer } from '../use-endpoint.ts'
import { useLive } from '../use-live.ts'

/** Missions that are over and of which one has not said anything yet; nothing where there are none. */
export const AwaitedReviews = () => {
  const { t } = useTranslation('reviews')
  const { active } = useSession()
  const { data } = useAnswer(listAwaitedReviews, {})
  useLive(active ? `organisation:${active.id}` : undefined, [keyOf(listAwaitedReviews)])
  if (!data || data.items.length === 0) return null
  return (
    <Card tight edge="ocre" aria-labelledby="avis-attendus">
      <CardHead id="avis-attendus" title={t('awaited.title', { count: data.items.length })} hint={t('awaited.hint')} />
      <ul>
        {data.items.map(({ missionId, title, closesAt }) => (
          <li key={missionId} className="row between">
            <Link className="link" to={paths.missionReviews(missionId)}>
              {title}
            </Link>
            <small>{t('awaited.until', { on: closesAt })}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
