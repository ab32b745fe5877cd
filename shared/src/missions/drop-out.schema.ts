import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { day, id, instant } from '../ids/id.ts'
import { agreedMinor, amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { missionState, shareState } from './mission.schema.ts'
import { waterfallSteps } from './waterfall.process.ts'

export const waterfallStep = z.enum(waterfallSteps)
export const waterfallActor = z.enum(['bank', 'firm', 'waiting_firm', 'association'])
export const shareOfferState = z.enum(['open', 'accepted', 'taken', 'declined', 'expired', 'withdrawn', 'lapsed'])
export const shareOfferCause = z.enum(['unpaid', 'notice', 'transfer'])

/** HT, at least one euro. */
export const waitingCap = agreedMinor.min(100)

/** Who else would come in, for whoever may read the need: a count, and the reader's own place. */
export const waitingList = z.strictObject({
  needId: id,
  firms: z.int(),
  /** HT. `position` counts from 1. */
  mine: z.strictObject({ position: z.int(), capMinor: amountMinor, takesOwnLots: z.boolean(), joinedAt: instant }).optional(),
  hasOwnLots: z.boolean(),
  /** In order, for the association alone. */
  rows: z.array(z.strictObject({ position: z.int(), firm: organisationMark, since: instant })).optional(),
  abilities: abilityOf(['join', 'leave']),
})

/** A share as the firm to which it is proposed reads it: what it would pay itself, and nothing of anybody else (decision 021). */
export const shareOffer = z.strictObject({
  id,
  missionId: id,
  missionTitle: z.string(),
  missionState,
  groupName: z.string(),
  association: organisationMark,
  freelancer: organisationMark,
  cause: shareOfferCause,
  state: shareOfferState,
  /** The firm that asks to be replaced, where it has chosen the reader itself. */
  proposedBy: organisationMark.optional(),
  netMinor: amountMinor,
  vatMinor: amountMinor,
  grossMinor: amountMinor,
  commonNetMinor: amountMinor,
  ownNetMinor: amountMinor,
  steps: z.array(z.strictObject({ title: z.string(), lotTitle: z.string(), isOwn: z.boolean(), dueOn: day, netMinor: amountMinor })),
  startsOn: day,
  endsOn: day,
  offeredAt: instant,
  expiresAt: instant,
  /** The reader's own share, once it has said yes. */
  shareId: id.optional(),
  card: z.strictObject({ brand: z.string(), last4: z.string() }).optional(),
  abilities: abilityOf(['accept', 'decline']),
})

/** What a firm that wants out, or cannot pay, can do with its own share. */
export const leavingView = z.strictObject({
  shareId: id,
  missionId: id,
  state: shareState,
  /** To whom it is proposed now; the name only where the firm has chosen it itself. */
  offer: z.strictObject({ cause: shareOfferCause, state: shareOfferState, to: organisationMark.optional(), expiresAt: instant }).optional(),
  notice: z.strictObject({ givenAt: instant, endsOn: day, waiting: z.int(), netMinor: amountMinor }).optional(),
  /** HT: what another firm would take over now, and what of it after a notice given today. */
  movableMinor: amountMinor,
  afterNotice: z.strictObject({ endsOn: day, netMinor: amountMinor }),
  /** Firms of the group that have no part in the mission. */
  candidates: z.array(organisationMark),
  abilities: abilityOf(['propose', 'withdraw', 'giveNotice', 'takeNoticeBack']),
})

const offerNote = z.strictObject({ firm: organisationMark, state: shareOfferState, expiresAt: instant, cause: shareOfferCause })

/** A share that its firm does not or will not pay, for the association that keeps the group together. */
export const dropOut = z.strictObject({
  shareId: id,
  version: z.int(),
  firm: organisationMark,
  state: shareState,
  cause: z.enum(['unpaid', 'notice', 'transfer']),
  step: waterfallStep.optional(),
  next: waterfallStep.optional(),
  actor: waterfallActor.optional(),
  /** The end of the days of grace, of the offer that is open, or of the notice. */
  until: instant.optional(),
  noticeEndsOn: day.optional(),
  offers: z.array(offerNote),
  notes: z.array(z.strictObject({ step: waterfallStep, at: instant, by: z.string(), reason: z.string() })),
  abilities: abilityOf(['moveOn', 'giveTime']),
})

export const dropOutList = z.strictObject({
  items: z.array(dropOut),
  waiting: z.array(z.strictObject({ position: z.int(), firm: organisationMark, since: instant })),
})

export type WaitingList = z.infer<typeof waitingList>
export type ShareOfferView = z.infer<typeof shareOffer>
export type ShareOfferState = z.infer<typeof shareOfferState>
export type ShareOfferCause = z.infer<typeof shareOfferCause>
export type LeavingView = z.infer<typeof leavingView>
export type DropOut = z.infer<typeof dropOut>
export type DropOutList = z.infer<typeof dropOutList>
