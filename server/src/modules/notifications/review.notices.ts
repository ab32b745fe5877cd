import { membersOf } from '@mutuo/shared/audiences/audiences.ts'
import { missions } from '../missions/index.ts'
import type { Notice } from './notify.ts'
import { tellOf } from './tell.ts'

type OfReviews = { missionId: string; groupId: string; associationId: string; freelancerId: string; firmIds: string[] }
type OfReview = OfReviews & { kind: 'of_freelancer' | 'of_group'; authorId: string }

const pageOfFreelancer = ({ freelancerId }: OfReviews): `/${string}` => `/structures/${freelancerId}`
const pageOfMission = ({ missionId }: OfReviews): `/${string}` => `/missions/${missionId}/avis`

export const listenForReviewNotices = () => {
  const notice = async (kind: Notice['kind'], about: OfReviews, more: Pick<Notice, 'to'> & Partial<Notice>): Promise<Notice> => ({
    kind,
    topic: 'missions',
    path: pageOfMission(about),
    ...more,
    params: { title: (await missions.find(about.missionId))?.title ?? '', ...more.params },
  })
  const toWrite = { ownersOnly: true, needsAction: true }
  tellOf<OfReviews & { closesAt: string }>('reviews.opened', (about) =>
    notice('review.open', about, { to: membersOf('firms_and_freelancer', about), ...toWrite, params: { until: about.closesAt } }),
  )
  tellOf<OfReviews & { silentIds: string[]; closesAt: string }>('reviews.reminded', (about) =>
    notice('review.reminder', about, { to: about.silentIds, ...toWrite, params: { until: about.closesAt } }),
  )
  // Each side hears of what is said of it.
  tellOf<OfReview>('reviews.published', (about) =>
    about.kind === 'of_freelancer'
      ? notice('review.published', about, { to: [about.freelancerId], path: pageOfFreelancer(about) })
      : notice('review.published', about, { to: membersOf('with_association', about) }),
  )
  tellOf<OfReview>('review.replied', (about) =>
    notice('review.replied', about, {
      to: [about.authorId],
      ...(about.kind === 'of_freelancer' && { path: pageOfFreelancer(about) }),
    }),
  )
  tellOf<OfReview>('review.reported', (about) =>
    about.kind === 'of_freelancer'
      ? notice('review.reported', about, { to: [about.associationId], path: '/tableau-de-bord', needsAction: true })
      : null,
  )
}
