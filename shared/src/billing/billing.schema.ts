import { z } from 'zod'
import { id, instant } from '../ids/id.ts'
import { waterfallStep } from '../missions/drop-out.schema.ts'
import { moneyPlaces, shareState } from '../missions/mission.schema.ts'
import { amountMinor } from '../money/money.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'
import { abilityOf, pageOf } from '../http/page.ts'

export const paymentMethodView = z.strictObject({
  brand: z.string(),
  last4: z.string(),
  expires: z.string(),
  isExpiringSoon: z.boolean(),
  savedAt: instant,
})

export const payoutStatus = z.enum(['none', 'pending', 'restricted', 'active'])

/** The page of one firm's share: what happened, what is not affected, the fix, and the steps that follow. */
export const sharePayment = z.strictObject({
  shareId: id,
  version: z.int(),
  missionId: id,
  missionTitle: z.string(),
  state: shareState,
  firm: organisationMark,
  netMinor: amountMinor,
  vatMinor: amountMinor,
  grossMinor: amountMinor,
  card: z.strictObject({ brand: z.string(), last4: z.string(), expires: z.string() }).optional(),
  /** Why the bank said no, as a code with its sentence; never Stripe's own words. */
  failure: z
    .strictObject({
      code: z.enum([
        'expired',
        'insufficient_funds',
        'authentication_required',
        'lost_or_stolen',
        'incorrect_details',
        'bank_refused',
        'try_later',
      ]),
      triedAt: instant,
      mayRetrySameCard: z.boolean(),
    })
    .optional(),
  graceEndsAt: instant.optional(),
  graceDays: z.int(),
  /** The amendment for which the firm is charged the difference, beside its share. */
  amendmentTurn: z.int().optional(),
  /** Of an amendment: firms that have nothing left to pay for it, of all. */
  paidShares: z.int(),
  shares: z.int(),
  /** Whether its firm is among those of the mission: not before it has paid for a share that it takes over, and not after its own is another's. */
  isMissionOpen: z.boolean(),
  /** What has gone back to the firm, or is on its way, VAT included. */
  givenBackMinor: amountMinor.optional(),
  startsOn: z.iso.date(),
  contact: z.strictObject({ association: organisationMark, phone: z.string().optional() }),
  /** The waterfall agreed before the lock; one step is `now`, as long as the share is not settled. */
  steps: z.array(
    z.strictObject({
      step: waterfallStep,
      state: z.enum(['done', 'not_applicable', 'now', 'later']),
      at: instant.optional(),
    }),
  ),
  /** `confirm`: at the bank, with the saved card; `payByCard`: on Stripe's page, with any other. */
  abilities: abilityOf(['confirm', 'payByCard', 'retry']),
})

/** One movement of a mission's money, read from the ledger; amounts gross. */
export const movement = z.strictObject({
  id: z.string(),
  at: instant,
  kind: z.enum(['charge', 'stripe_fee', 'funds_available', 'acceptance', 'transfer', 'reversal', 'refund', 'dispute', 'payout']),
  label: z.string(),
  amountMinor,
  lines: z.array(z.strictObject({ account: z.string(), label: z.string(), amountMinor: z.int() })),
})

export const missionMoney = z.strictObject({
  /** All firms together, gross. */
  all: moneyPlaces,
  /** The viewer's firm, gross. */
  mine: moneyPlaces.optional(),
  /** What is retained of the viewer's firm, gross, by the milestone whose acceptance releases it; they add up to `mine.retainedMinor`. Empty while they do not: a payment or an amendment is under way. */
  held: z.array(z.strictObject({ milestoneId: id, amountMinor, isContested: z.boolean() })),
  movements: z.array(movement),
})

export const movementPage = pageOf(movement)

/** What one milestone brought its freelancer: the parts of its firms, less fees. `partly`: some have left, some wait. */
export const payout = z.strictObject({
  missionId: id,
  missionTitle: z.string(),
  milestoneId: id,
  milestoneTitle: z.string(),
  /** When the last part left; where none has, when the last was accepted. */
  at: instant,
  state: z.enum(['sent', 'partly', 'waiting']),
  amountMinor,
  sentMinor: amountMinor,
  /** Before fees, VAT included. */
  grossMinor: amountMinor,
  parts: z.array(z.strictObject({ firm: organisationMark, amountMinor, sentAt: instant.optional() })),
})

/** Paged by missions, the latest awarded first; in a page the latest payout first. */
export const payoutPage = pageOf(payout)

export const freelancerHome = z.strictObject({
  transferredMinor: amountMinor,
  releasableMinor: amountMinor,
  retainedMinor: amountMinor,
  unlocks: z.array(
    z.strictObject({
      missionId: id,
      milestoneId: id,
      amountMinor,
      title: z.string(),
      missionTitle: z.string(),
      accepted: z.int(),
      needed: z.int(),
      tacitAt: instant.optional(),
    }),
  ),
  missions: z.array(
    z.strictObject({
      missionId: id,
      title: z.string(),
      groupName: z.string(),
      firms: z.int(),
      next: z.strictObject({ title: z.string(), dueOn: z.iso.date() }).optional(),
      transferredMinor: amountMinor,
      releasableMinor: amountMinor,
      retainedMinor: amountMinor,
    }),
  ),
  /** Needs that ask for the freelancer's skills, nearest first. */
  invitations: z.array(
    z.strictObject({
      needId: id,
      title: z.string(),
      groupName: z.string(),
      commune: z.string(),
      distanceKm: z.number().optional(),
      closesAt: instant,
      firms: z.int(),
      minFirms: z.int(),
      points: z.array(z.strictObject({ firms: z.int(), eachMinor: amountMinor, totalMinor: amountMinor, isNow: z.boolean() })),
      myBidId: id.optional(),
    }),
  ),
  /** The latest of them. */
  payouts: z.array(payout),
  payoutAccount: z.strictObject({ status: payoutStatus, last4: z.string().optional() }),
})

/** One invariant of the books with how many records were looked at and how many broke it. */
export const invariantLine = z.strictObject({ id: z.string(), label: z.string(), checked: z.int(), violations: z.array(z.string()) })

export type SharePayment = z.infer<typeof sharePayment>
export type MissionMoney = z.infer<typeof missionMoney>
export type Payout = z.infer<typeof payout>
export type FreelancerHome = z.infer<typeof freelancerHome>
export type PayoutStatus = z.infer<typeof payoutStatus>
export type InvariantLine = z.infer<typeof invariantLine>
