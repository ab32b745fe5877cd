import { z } from 'zod'
import { pageOf } from '../http/page.ts'
import { id, instant } from '../ids/id.ts'

/** What a notification is about. */
export const notificationKind = z.enum([
  'membership.requested',
  'membership.approved',
  'membership.refused',
  'group.frozen',
  'need.published',
  'need.to_approve',
  'need.sent_back',
  'need.extended',
  'need.cancelled',
  'need.expired',
  'need.minimum_reached',
  'need.bids_closed',
  'need.invited',
  'alert.found',
  'merge.proposed',
  'merge.to_answer',
  'merge.declined',
  'merge.given_up',
  'merge.done',
  'pledge.joined',
  'pledge.released',
  'question.asked',
  'question.answered',
  'bid.submitted',
  'bid.withdrawn',
  'counter_offer.proposed',
  'counter_offer.answered',
  'counter_offer.accepted',
  'counter_offer.declined',
  'counter_offer.withdrawn',
  'counter_offer.expired',
  'bid.declined',
  'bid.chosen',
  'ballot.opened',
  'ballot.reminder',
  'ballot.closed',
  'ballot.tied',
  'ballot.second_round',
  'ballot.held',
  'ballot.proxy_given',
  'ballot.proxy_revoked',
  'ballot.vote_entered',
  'ballot.objection',
  'ballot.objection_settled',
  'ballot.bid_objected',
  'ballot.bid_out',
  'share.paid',
  'share.failed',
  'rise.paid',
  'rise.failed',
  'share.given_up',
  'share.time_given',
  'share.to_mend',
  'share.notice_given',
  'share_offer.made',
  'share_offer.taken',
  'share_offer.declined',
  'share_offer.lapsed',
  'contract.to_accept',
  'amendment.proposed',
  'amendment.collecting',
  'amendment.applied',
  'amendment.refused',
  'amendment.withdrawn',
  'amendment.expired',
  'mission.started',
  'mission.cancelled',
  'mission.completed',
  'mission.delegates_named',
  'milestone.delivered',
  'milestone.delivered_to_delegates',
  'milestone.accepted',
  'milestone.changes_requested',
  'milestone.contested',
  'milestone.reminder',
  'transfer.made',
  'payout_account.changed',
  'room.mention',
  'review.open',
  'review.reminder',
  'review.published',
  'review.replied',
  'review.reported',
])
export const notificationTopic = z.enum(['groups', 'needs', 'bids', 'votes', 'missions', 'money', 'rooms'])
export const rhythm = z.enum(['immediate', 'daily', 'never'])

export const notificationView = z.strictObject({
  id,
  kind: notificationKind,
  topic: notificationTopic,
  /** One sentence in the reader's language, the same as in its letter. */
  text: z.string(),
  /** The page where it is acted on. */
  path: z.string(),
  at: instant,
  readAt: instant.optional(),
  needsAction: z.boolean(),
})

export const notificationPage = pageOf(notificationView).extend({ unread: z.int() })
/** What asks for an act comes at once even where letters are daily. */
export const preferences = z.strictObject({ mail: z.record(notificationTopic, rhythm) })

export type NotificationView = z.infer<typeof notificationView>
export type NotificationKind = z.infer<typeof notificationKind>
export type NotificationTopic = z.infer<typeof notificationTopic>
export type Preferences = z.infer<typeof preferences>
