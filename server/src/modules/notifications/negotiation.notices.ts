import { termsCloseAt } from '@mutuo/shared/needs/need.rules.ts'
import type { NotificationKind } from '@mutuo/shared/notifications/notification.schema.ts'
import { bids } from '../bids/index.ts'
import { needs } from '../needs/index.ts'
import { pledges } from '../pledges/index.ts'
import { nameOf, tellOf } from './tell.ts'

type OfQuestion = { needId: string; askerId: string }

export const listenForQuestionNotices = () => {
  for (const kind of ['question.asked', 'question.answered'] as const) {
    tellOf<OfQuestion>(kind, async ({ needId, askerId }) => {
      const need = await needs.get(needId)
      return {
        kind,
        topic: 'needs',
        to: [kind === 'question.asked' ? need.leaderId : askerId],
        params: { title: need.content.title },
        path: `/besoins/${needId}#questions`,
        needsAction: kind === 'question.asked',
      }
    })
  }
}

type OfBid = { bidId: string; needId: string; freelancerId: string }
type Told = { kind: NotificationKind; to: 'leader' | 'freelancer' | 'both' | 'everybody'; needsAction?: boolean }

/** Firms that have joined hear of what is agreed in their name: they may still vote against it. */
const told: Told[] = [
  { kind: 'counter_offer.proposed', to: 'freelancer', needsAction: true },
  { kind: 'counter_offer.answered', to: 'leader', needsAction: true },
  { kind: 'counter_offer.accepted', to: 'everybody' },
  { kind: 'counter_offer.declined', to: 'leader' },
  { kind: 'counter_offer.withdrawn', to: 'freelancer' },
  { kind: 'counter_offer.expired', to: 'both' },
]

export const listenForCounterOfferNotices = () => {
  for (const { kind, to, needsAction = false } of told) {
    tellOf<OfBid>(kind, async ({ bidId, needId, freelancerId }) => {
      const need = await needs.get(needId)
      const people = {
        leader: () => [need.leaderId],
        freelancer: () => [freelancerId],
        both: () => [need.leaderId, freelancerId],
        everybody: async () => [need.leaderId, freelancerId, ...(await pledges.joinedFirmIds(needId))],
      }
      return {
        kind,
        topic: 'bids',
        to: await people[to](),
        params: { title: need.content.title, freelancer: await nameOf(freelancerId), until: termsCloseAt(need).toISOString() },
        path: `/besoins/${needId}/offres/${bidId}`,
        needsAction,
      }
    })
  }
  tellOf<OfBid & { wasKnown: boolean }>('bid.withdrawn', async ({ bidId, needId, freelancerId, wasKnown }) => {
    if (!wasKnown) return null
    const need = await needs.get(needId)
    return {
      kind: 'bid.withdrawn',
      topic: 'bids',
      to: [need.leaderId],
      params: { title: need.content.title, freelancer: await nameOf(freelancerId), reason: await bids.reasonOf(bidId) },
      path: `/besoins/${needId}/offres`,
    }
  })
}
