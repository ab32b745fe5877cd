import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, line, text } from '../ids/id.ts'
import { agreedMinor, amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { lotKind, partyRole } from './contract.schema.ts'
import { shareState } from './mission.schema.ts'

/** HT, at least one euro: a milestone that costs nothing is taken out instead. */
const price = agreedMinor.min(100)

/**
 * One change of what is still to come. A price of a common lot is that of the whole milestone; of an own lot it is the part of one firm, which is named.
 */
export const amendmentChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scope'), milestoneId: id, title: line(100), description: text(1000) }),
  z.strictObject({ kind: z.literal('date'), milestoneId: id, dueOn: day }),
  z.strictObject({ kind: z.literal('price'), milestoneId: id, netMinor: price, firmId: id.optional() }),
  z.strictObject({
    kind: z.literal('add'),
    milestoneId: id,
    lotId: id,
    title: line(100),
    description: text(1000),
    dueOn: day,
    netMinor: price,
    firmId: id.optional(),
  }),
  z.strictObject({ kind: z.literal('remove'), milestoneId: id }),
])

export const amendmentState = z.enum(['proposed', 'collecting', 'applied', 'refused', 'withdrawn', 'expired'])

/** A milestone's words, day and price, before or after; the price where the viewer may know it. HT. */
const side = z.strictObject({
  title: z.string(),
  description: z.string(),
  dueOn: day,
  amountMinor: amountMinor.optional(),
  myAmountMinor: amountMinor.optional(),
})

const taxed = z.strictObject({ netMinor: amountMinor, vatMinor: amountMinor, grossMinor: amountMinor })

const ownShare = z.strictObject({
  beforeMinor: amountMinor,
  afterMinor: amountMinor,
  /** What its card is charged once all agree; the payment, once it is asked for. */
  rise: taxed.extend({ isBeyondPledge: z.boolean(), payment: z.strictObject({ shareId: id, state: shareState }).optional() }).optional(),
})

/** What changes would make of the reader's share, or of the price of the mission, before they are proposed. */
export const amendmentPreview = z.strictObject({
  my: ownShare.optional(),
  total: z.strictObject({ beforeMinor: amountMinor, afterMinor: amountMinor }).optional(),
})

export const amendmentView = z.strictObject({
  id,
  version: z.int(),
  missionId: id,
  turn: z.int(),
  state: amendmentState,
  reason: z.string(),
  proposedBy: organisationMark,
  proposedAt: instant,
  /** Without agreement by then it falls. */
  expiresAt: instant,
  settledAt: instant.optional(),
  /** `before` is absent for a milestone that is added, `after` for one that is taken out. */
  milestones: z.array(z.strictObject({ id, lotTitle: z.string(), lotKind, before: side.optional(), after: side.optional() })),
  /** The reader's own share, HT. */
  my: ownShare.optional(),
  /** The price of the mission, for whom own lots of all firms are no secret. HT. */
  total: z.strictObject({ beforeMinor: amountMinor, afterMinor: amountMinor }).optional(),
  /** While the firms whose share rises are charged: how many firms have nothing left to pay for it. */
  collection: z.strictObject({ settledFirms: z.int(), firms: z.int() }).optional(),
  answers: z.array(
    z.strictObject({
      organisation: organisationMark,
      role: partyRole,
      person: z.string(),
      approves: z.boolean(),
      reason: z.string().optional(),
      at: instant,
    }),
  ),
  awaited: z.array(z.strictObject({ organisation: organisationMark, role: partyRole })),
  rule: z.enum(['all', 'majority_by_euros']),
  abilities: abilityOf(['approve', 'refuse', 'withdraw']),
})

/** Those of a mission that the viewer may read, the latest first. */
export const amendmentList = z.strictObject({
  items: z.array(amendmentView),
  abilities: abilityOf(['propose']),
})

export type AmendmentChange = z.infer<typeof amendmentChange>
export type AmendmentState = z.infer<typeof amendmentState>
export type AmendmentView = z.infer<typeof amendmentView>
export type AmendmentPreview = z.infer<typeof amendmentPreview>
export type AmendmentList = z.infer<typeof amendmentList>
