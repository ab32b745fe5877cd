import { sumMinor } from '../money/money.ts'
import type { Taxed } from '../money/vat.ts'
import { account } from './accounts.ts'

export type Line = { account: string; amountMinor: number }

export type EntryType =
  | 'charge'
  | 'stripe_fee'
  | 'funds_available'
  | 'acceptance'
  | 'transfer'
  | 'reversal'
  | 'refund'
  | 'refund_failed'
  | 'dispute'
  | 'dispute_won'
  | 'dispute_lost'
  | 'write_off'
  | 'payout'
  | 'correction'

/** A double-entry record before it is booked. Its lines sum to zero; its key says once what was booked, so that a repeat books nothing. */
export type EntryDraft = {
  key: string
  type: EntryType
  missionId: string | null
  currency: 'EUR'
  lines: Line[]
  refs: Record<string, string>
}

type OfShare = { missionId: string; shareId: string }
type OfCharge = OfShare & { chargeId: string; paymentIntentId?: string; balanceTransactionId?: string }

/** A firm's (or a grant's) money has come in and is retained. Stripe's own fee comes later, with `charge.updated`. */
const chargeReceived = ({ amountMinor, ...ids }: OfCharge & { payerId: string; amountMinor: number }): EntryDraft =>
  entry('charge', ids.chargeId, ids, [
    [account.stripePending, amountMinor],
    [account.held(ids.shareId, ids.payerId), -amountMinor],
  ])

/** What Stripe keeps of a charge, at our expense. */
const stripeFeeKnown = ({ feeMinor, ...ids }: OfCharge & { feeMinor: number }): EntryDraft =>
  entry('stripe_fee', ids.chargeId, ids, [
    [account.stripeFees, feeMinor],
    [account.stripePending, -feeMinor],
  ])

/** A charge less Stripe's fee has become available. */
const fundsAvailable = ({ amountMinor, ...ids }: OfCharge & { amountMinor: number }): EntryDraft =>
  entry('funds_available', ids.chargeId, ids, [
    [account.stripeAvailable, amountMinor],
    [account.stripePending, -amountMinor],
  ])

/**
 * One firm's part of one milestone is accepted: its retained funds are owed to the freelancer, less the platform's fee and the association's commission.
 */
const partAccepted = (
  input: OfShare & {
    milestoneId: string
    paidBy: readonly { payerId: string; amountMinor: number }[]
    freelancerId: string
    associationId: string
    fee: Taxed
    commission: Taxed
  },
): EntryDraft => {
  const { paidBy, fee, commission, ...ids } = input
  const grossMinor = sumMinor(paidBy.map((part) => part.amountMinor))
  return entry('acceptance', `${ids.milestoneId}:${ids.shareId}`, ids, [
    ...paidBy.map((part): [string, number] => [account.held(ids.shareId, part.payerId), part.amountMinor]),
    [account.payable(ids.freelancerId), -(grossMinor - fee.grossMinor - commission.grossMinor)],
    [account.payable(ids.associationId), -commission.grossMinor],
    [account.fee, -fee.netMinor],
    [account.vat, -fee.vatMinor],
  ])
}

type Transfer = OfCharge & {
  milestoneId: string
  payeeId: string
  payee: 'freelancer' | 'association'
  transferId: string
  amountMinor: number
}

/** What was owed has gone to the payee's Stripe account. */
const transferred = ({ amountMinor, ...ids }: Transfer): EntryDraft =>
  entry('transfer', ids.transferId, ids, [
    [account.payable(ids.payeeId), amountMinor],
    [account.stripeAvailable, -amountMinor],
  ])

/** A transfer, or a part of it, has come back. */
const transferReversed = ({ amountMinor, ...ids }: Transfer & { reversalId: string }): EntryDraft =>
  entry('reversal', ids.reversalId, ids, [
    [account.stripeAvailable, amountMinor],
    [account.payable(ids.payeeId), -amountMinor],
  ])

type Refund = OfCharge & { payerId: string; refundId: string; amountMinor: number }

/** Retained funds go back to who paid them in. */
const refunded = ({ amountMinor, ...ids }: Refund): EntryDraft =>
  entry('refund', ids.refundId, ids, [
    [account.held(ids.shareId, ids.payerId), amountMinor],
    [account.stripeAvailable, -amountMinor],
  ])

/** The bank sent a refund back: the money is retained again, and still owed. */
const refundFailed = ({ amountMinor, ...ids }: Refund): EntryDraft =>
  entry('refund_failed', ids.refundId, ids, [
    [account.stripeAvailable, amountMinor],
    [account.held(ids.shareId, ids.payerId), -amountMinor],
  ])

type Dispute = OfShare & { disputeId: string }

/** Stripe took a contested charge back from us, and a fee with it. */
const disputeOpened = ({ amountMinor, feeMinor, ...ids }: Dispute & { amountMinor: number; feeMinor: number }): EntryDraft =>
  entry('dispute', ids.disputeId, ids, [
    [account.dispute(ids.disputeId), amountMinor],
    [account.stripeFees, feeMinor],
    [account.stripeAvailable, -(amountMinor + feeMinor)],
  ])

/** Stripe gave it back. `feeMinor` is what it gave back of its fee. */
const disputeWon = ({ amountMinor, feeMinor, ...ids }: Dispute & { amountMinor: number; feeMinor: number }): EntryDraft =>
  entry('dispute_won', ids.disputeId, ids, [
    [account.stripeAvailable, amountMinor + feeMinor],
    [account.dispute(ids.disputeId), -amountMinor],
    [account.stripeFees, -feeMinor],
  ])

/** Lost: what was still retained has gone back to the firm; what was released is a debt of the firm, for work that was accepted. */
const disputeLost = (input: Dispute & { payerId: string; heldMinor: number; releasedMinor: number }): EntryDraft => {
  const { heldMinor, releasedMinor, ...ids } = input
  return entry('dispute_lost', ids.disputeId, ids, [
    [account.held(ids.shareId, ids.payerId), heldMinor],
    [account.receivableFromFirm(ids.payerId), releasedMinor],
    [account.dispute(ids.disputeId), -(heldMinor + releasedMinor)],
  ])
}

/** A firm's debt that will not be paid. */
const writtenOff = ({ amountMinor, ...ids }: { missionId: string; firmId: string; writeOffId: string; amountMinor: number }): EntryDraft =>
  entry('write_off', ids.writeOffId, ids, [
    [account.losses, amountMinor],
    [account.receivableFromFirm(ids.firmId), -amountMinor],
  ])

/** Earned fees have left Stripe for our bank. */
const paidOut = ({ payoutId, amountMinor }: { payoutId: string; amountMinor: number }): EntryDraft =>
  entry('payout', payoutId, { missionId: null, payoutId }, [
    [account.bank, amountMinor],
    [account.stripeAvailable, -amountMinor],
  ])

/** The opposite of a wrong entry: nothing is ever changed or removed. */
const corrected = (wrong: EntryDraft, correctionId: string): EntryDraft => ({
  key: `correction:${correctionId}`,
  type: 'correction',
  missionId: wrong.missionId,
  currency: wrong.currency,
  lines: wrong.lines.map((line) => ({ account: line.account, amountMinor: -line.amountMinor })),
  refs: { ...wrong.refs, corrects: wrong.key, correctsType: wrong.type },
})

/** Lines of nothing are left out; what remains is two lines or more, whole cents, and sums to zero, or it is a bug of the caller. */
const entry = (type: EntryType, id: string, ids: Ids, pairs: readonly [string, number][]): EntryDraft => {
  const { missionId, ...named } = ids
  const refs = Object.fromEntries(Object.entries(named).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  const lines = pairs.filter(([, amountMinor]) => amountMinor !== 0).map(([name, amountMinor]) => ({ account: name, amountMinor }))
  const isBalanced = lines.length >= 2 && sumMinor(lines.map((line) => line.amountMinor)) === 0
  if (!isBalanced) throw new RangeError(`The entry ${type}:${id} does not balance.`)
  return { key: `${type}:${id}`, type, missionId, currency: 'EUR', lines, refs }
}

type Ids = { missionId: string | null } & Record<string, string | null | undefined>

/** Every movement of money that the ledger knows. */
export const post = {
  chargeReceived,
  stripeFeeKnown,
  fundsAvailable,
  partAccepted,
  transferred,
  transferReversed,
  refunded,
  refundFailed,
  disputeOpened,
  disputeWon,
  disputeLost,
  writtenOff,
  paidOut,
  corrected,
}
