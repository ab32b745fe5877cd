import type { NotificationKind } from '@mutuo/shared/notifications/notification.schema.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { pledges } from '../pledges/index.ts'
import type { Notice } from './notify.ts'
import { nameOf, tellOf } from './tell.ts'

type OfNeed = { needId: string; groupId: string; leaderId: string; associationId: string; title: string }

const path = (needId: string, rest = ''): `/${string}` => `/besoins/${needId}${rest}`

/** To every firm that has joined, with the need's title. */
const toJoined =
  (kind: NotificationKind) =>
  async ({ needId, title }: OfNeed): Promise<Notice> => ({
    kind,
    topic: 'needs',
    to: await pledges.joinedFirmIds(needId),
    params: { title },
    path: path(needId),
  })

export const listenForNeedNotices = () => {
  tellOf<OfNeed>('need.submitted', ({ needId, associationId, title }) => ({
    kind: 'need.to_approve',
    topic: 'needs',
    to: [associationId],
    params: { title },
    path: path(needId),
    needsAction: true,
  }))
  tellOf<OfNeed>('need.published', async ({ needId, groupId, leaderId, title }) => ({
    kind: 'need.published',
    topic: 'needs',
    to: (await groups.activeFirmIds(groupId)).filter((firmId) => firmId !== leaderId),
    params: { title, group: (await groups.get(groupId)).name },
    path: path(needId),
  }))
  tellOf<OfNeed & { reason: string }>('need.sent_back', ({ needId, leaderId, title, reason }) => ({
    kind: 'need.sent_back',
    topic: 'needs',
    to: [leaderId],
    params: { title, reason },
    path: path(needId),
    needsAction: true,
  }))
  tellOf<OfNeed>('need.minimum_reached', toJoined('need.minimum_reached'))
  tellOf<OfNeed & { closesAt: string }>('need.extended', async (need) => ({
    ...(await toJoined('need.extended')(need)),
    params: { title: need.title, until: need.closesAt },
  }))
  tellOf<OfNeed>('need.bids_closed', async (need) => ({
    ...(await toJoined('need.bids_closed')(need)),
    path: path(need.needId, '/offres'),
  }))
  tellOf<OfNeed>('need.cancelled', toJoined('need.cancelled'))
  tellOf<OfNeed>('need.expired', toJoined('need.expired'))
  tellOf<{ needId: string; firmId: string }>('pledge.confirmed', async ({ needId, firmId }) => {
    const need = await needs.get(needId)
    if (need.leaderId === firmId) return null
    return {
      kind: 'pledge.joined',
      topic: 'needs',
      to: [need.leaderId],
      params: { firm: await nameOf(firmId), title: need.content.title },
      path: path(needId),
    }
  })
  tellOf<{ needId: string; firmId: string; why: string }>('pledge.released', async ({ needId, firmId, why }) => {
    // The end of the need is told to all by itself.
    if (why === 'need_expired' || why === 'need_cancelled') return null
    return {
      kind: 'pledge.released',
      topic: 'needs',
      to: [firmId],
      params: { title: (await needs.get(needId)).content.title },
      path: path(needId),
    }
  })
}

type OfBid = { needId: string; bidId: string; freelancerId: string }

export const listenForBidNotices = () => {
  tellOf<OfBid>('bid.submitted', async ({ needId, freelancerId }) => {
    const need = await needs.get(needId)
    return {
      kind: 'bid.submitted',
      topic: 'bids',
      to: [need.leaderId],
      params: { freelancer: await nameOf(freelancerId), title: need.content.title },
      path: path(needId, '/offres'),
    }
  })
  for (const kind of ['bid.chosen', 'bid.declined'] as const) {
    tellOf<OfBid>(kind, async ({ needId, freelancerId }) => ({
      kind,
      topic: 'bids',
      to: [freelancerId],
      params: { title: (await needs.get(needId)).content.title },
      path: path(needId),
      needsAction: kind === 'bid.chosen',
    }))
  }
}
