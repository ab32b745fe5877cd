import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, line, text } from '../ids/id.ts'
import { amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

export const missionState = z.enum(['collecting', 'active', 'completed', 'cancelled'])
export const shareState = z.enum([
  'planned',
  'charging',
  'processing',
  'unknown',
  'requires_action',
  'dunning',
  'paid',
  'failed',
  'reallocated',
  'part_refunded',
  'refunded',
  'disputed',
  'dispute_won',
  'dispute_lost',
])
export const milestoneState = z.enum(['planned', 'delivered', 'changes_requested', 'contested', 'accepted', 'released', 'cancelled'])
export const cellState = z.enum(['retained', 'contested', 'accepted', 'transferred', 'blocked', 'refunded'])

/** One firm's share, as its own people see it. */
export const myShare = z.strictObject({
  shareId: id,
  state: shareState,
  netMinor: amountMinor,
  vatMinor: amountMinor,
  grossMinor: amountMinor,
  paidGrossMinor: amountMinor,
  ownLotsMinor: amountMinor,
  commonLotsMinor: amountMinor,
  dueBy: instant.optional(),
})

export const milestoneView = z.strictObject({
  id,
  version: z.int(),
  position: z.int(),
  title: z.string(),
  description: z.string(),
  lot: z.strictObject({ id, kind: z.enum(['common', 'own']), title: z.string() }),
  state: milestoneState,
  dueOn: day,
  /** HT, of all firms; absent for an own lot where the viewer may only see its own part. */
  amountMinor: amountMinor.optional(),
  myAmountMinor: amountMinor.optional(),
  myCell: cellState.optional(),
  /** HT. For a firm, only once the whole milestone is released: before, a rival's part could be read from what is missing. */
  transferredMinor: amountMinor.optional(),
  contested: z.array(z.strictObject({ firm: organisationMark, amountMinor: amountMinor.optional(), reason: z.string().optional() })),
  delivery: z
    .strictObject({
      deliveredAt: instant,
      note: z.string(),
      links: z.array(z.strictObject({ label: z.string(), url: z.string() })),
      tacitAt: instant,
    })
    .optional(),
  changesRequested: z.array(z.strictObject({ by: z.string(), at: instant, items: z.array(z.string()) })),
  acceptance: z.strictObject({
    accepted: z.array(organisationMark),
    waiting: z.array(organisationMark),
    neededHeads: z.int().optional(),
    /** The rule that is in force now: without a delegate who may decide, the majority of the euros. */
    rule: z.enum(['all', 'majority_by_euros', 'delegates', 'own_firm']),
  }),
  acceptedAt: instant.optional(),
  releasedAt: instant.optional(),
  abilities: abilityOf(['deliver', 'accept', 'requestChanges', 'contest', 'settle']),
})

/**
 * "Qui paie quoi", HT, common lots only. Amounts are on the viewer's own row alone: a rival's part would give away its cap (domain.md, rule 12).
 * The association sees all rows where the charter opens them; the totals are for every party.
 */
export const whoPays = z.strictObject({
  rows: z.array(
    z.strictObject({
      firm: organisationMark,
      isMe: z.boolean(),
      percent: z.int().optional(),
      commonMinor: amountMinor.optional(),
      paidMinor: amountMinor.optional(),
      /** Of others, only whether the whole group is complete is told. */
      isPaid: z.boolean().optional(),
    }),
  ),
  commonTotalMinor: amountMinor,
  /** For a firm, only once every share is paid: before, a rival's share could be read from each step. */
  paidTotalMinor: amountMinor.optional(),
  paidFirms: z.int(),
  firms: z.int(),
})

/** Where the money of the mission is: paid = retained + payable (accepted, on its way) + transferred + fee + commission + refunded. */
export const moneyPlaces = z.strictObject({
  paidMinor: amountMinor,
  retainedMinor: amountMinor,
  payableMinor: amountMinor,
  transferredMinor: amountMinor,
  platformFeeMinor: amountMinor,
  commissionMinor: amountMinor,
  refundedMinor: amountMinor,
  notYetMinor: amountMinor,
})

export const missionView = z.strictObject({
  id,
  version: z.int(),
  needId: id,
  title: z.string(),
  state: missionState,
  group: z.strictObject({ id, name: z.string(), association: organisationMark }),
  freelancer: organisationMark,
  firms: z.array(organisationMark),
  startsOn: day,
  endsOn: day,
  totalMinor: amountMinor,
  tacitAcceptanceDays: z.int(),
  /** Who accepts the common lots for all, from the next delivery on; only where the charter says so. */
  delegates: z.array(organisationMark).optional(),
  my: myShare.optional(),
  milestones: z.array(milestoneView),
  whoPays,
  /** The latest version, and how many of its parties have accepted it. */
  contract: z.strictObject({ version: z.int(), drawnUpAt: instant, accepted: z.int(), parties: z.int(), awaitsMe: z.boolean() }).optional(),
  /** The amendment that is open, where the viewer may read it. */
  amendment: z
    .strictObject({
      turn: z.int(),
      /** As long as answers are awaited. */
      expiresAt: instant.optional(),
      awaitsMe: z.boolean(),
      /** What the reader's firm has still to pay for it. */
      due: z.strictObject({ shareId: id, state: shareState, grossMinor: amountMinor, dueBy: instant.optional() }).optional(),
    })
    .optional(),
  documents: z.array(
    z.strictObject({ kind: z.enum(['procès-verbal', 'bid', 'charter']), label: z.string(), path: z.string(), at: instant }),
  ),
  history: z.array(z.strictObject({ at: instant, event: z.string(), by: z.string() })),
  abilities: abilityOf(['pay', 'cancel', 'nameDelegates']),
})

export const missionCard = z.strictObject({
  id,
  title: z.string(),
  state: missionState,
  group: z.strictObject({ id, name: z.string() }),
  freelancer: organisationMark,
  firms: z.int(),
  nextMilestone: z.strictObject({ title: z.string(), dueOn: day, state: milestoneState }).optional(),
  myNetMinor: amountMinor.optional(),
  /** What the viewer has to do, as a code with its translation. */
  waitsFor: z.enum(['payment', 'acceptance', 'delivery', 'nothing']),
})

export const deliverInput = z.strictObject({
  missionId: id,
  milestoneId: id,
  version: z.int(),
  note: text(3000),
  links: z.array(z.strictObject({ label: line(100), url: z.url({ protocol: /^https?$/ }).max(500) })).max(10),
})

export const mostDelegates = 3

export const nameDelegatesInput = z.strictObject({
  missionId: id,
  version: z.int(),
  firmIds: z.array(id).min(1).max(mostDelegates),
})

export type MissionView = z.infer<typeof missionView>
export type MissionCard = z.infer<typeof missionCard>
export type MilestoneView = z.infer<typeof milestoneView>
export type ShareState = z.infer<typeof shareState>
export type MilestoneState = z.infer<typeof milestoneState>
export type CellState = z.infer<typeof cellState>
export type MissionState = z.infer<typeof missionState>
