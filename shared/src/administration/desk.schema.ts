import { z } from 'zod'
import { memberView } from '../groups/group.schema.ts'
import { pageOf } from '../http/page.ts'
import { day, id, instant } from '../ids/id.ts'
import { amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { groupRecord } from '../reviews/group-record.schema.ts'

/** Something that waits for the association, with the page where it is done. Sentences come from `desk.tasks.<kind>`. */
export const deskTask = z.strictObject({
  kind: z.enum([
    'mediation',
    'memberships',
    'need_to_approve',
    'casting_vote',
    'card_missing',
    'payment_failed',
    'vote_to_close',
    'gathering_to_close',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  path: z.string(),
  dueAt: instant.optional(),
})

/** What was paid and where it is; gross. Paid = retained + transferred (or on its way) + fees + commission + refunded. */
export const groupMoney = z.strictObject({
  paidMinor: amountMinor,
  retainedMinor: amountMinor,
  transferredMinor: amountMinor,
  feesMinor: amountMinor,
  commissionMinor: amountMinor,
  refundedMinor: amountMinor,
})

export const associationDesk = z.strictObject({
  association: organisationMark,
  tasks: z.array(deskTask),
  deadlines: z.array(
    z.strictObject({
      at: instant,
      groupName: z.string(),
      kind: z.enum(['gathering', 'bidding', 'negotiation', 'vote', 'milestone', 'tacit', 'payments']),
      title: z.string(),
      path: z.string(),
    }),
  ),
  figures: z.strictObject({
    activeFirms: z.strictObject({ value: z.int(), byGroup: z.array(z.int()), delta: z.int() }),
    savedMinor: z.strictObject({ value: amountMinor, aloneMinor: amountMinor, paidMinor: amountMinor, deltaMinor: z.int() }),
    retainedMinor: z.strictObject({ value: amountMinor, inMinor: amountMinor, outMinor: amountMinor, deltaMinor: z.int() }),
    decisionDays: z.strictObject({ value: z.number().nullable(), last: z.array(z.number()) }),
    since: day,
  }),
  groups: z.array(
    z.strictObject({
      id,
      name: z.string(),
      state: z.enum(['active', 'frozen']),
      members: z.int(),
      headline: z.strictObject({
        kind: z.enum(['mission', 'gathering', 'bidding', 'negotiating', 'voting', 'none']),
        title: z.string(),
        until: instant.optional(),
        firms: z.int(),
        targetFirms: z.int(),
      }),
      nextMilestoneOn: day.optional(),
      tasks: z.int(),
      money: groupMoney,
      /** As freelancers read it. */
      record: groupRecord,
    }),
  ),
  money: groupMoney,
  pendingMemberships: z.array(z.strictObject({ group: z.strictObject({ id, name: z.string() }), member: memberView })),
})

export const auditLine = z.strictObject({
  seq: z.int(),
  at: instant,
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  detail: z.string(),
})
export const auditPage = pageOf(auditLine).extend({ isChainIntact: z.boolean() })

export const userLine = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  isSuspended: z.boolean(),
  organisations: z.array(z.string()),
  createdAt: instant,
})

export type AssociationDesk = z.infer<typeof associationDesk>
export type DeskTask = z.infer<typeof deskTask>
