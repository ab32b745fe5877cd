import { isOwed, isPaid } from '@mutuo/shared/missions/mission.rules.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type { EntryRecord } from '../ledger/index.ts'
import { missions, type CellRecord, type ShareRecord } from '../missions/index.ts'
import type { PaymentRecord } from './payment.model.ts'
import { bookedShareOf, chargedStates, doesCount, isFeeUntold, isLive } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
import type { RefundRecord } from './refund.model.ts'
import { refundStore } from './refund.store.ts'
import { transferStore } from './transfer.store.ts'

/** The records of missions and payments, in the plain shapes that the invariants read. */
export const readInvariantFacts = async (entries: EntryRecord[]) => {
  const missionIds = await missions.allIds()
  const [payments, transfers, refunds] = [await paymentStore.all(), await transferStore.all(), await refundStore.all()]
  const charged = payments.filter(({ state }) => chargedStates.includes(state))
  const refundedOf = refundedByCharge(entries)
  const lines = await missions.linesOf(missionIds)
  const byId = new Map(lines.map((line) => [line._id, line]))
  const uncounted = charged.filter((payment) => !doesCount(payment, byId))
  return {
    ...(await missionFacts(missionIds, lines, {
      uncountedOf: (shareId) => uncountedMinor(uncounted, shareId, refundedOf),
      givenBackOf: (shareId) => givenBackMinor(refunds, shareId),
    })),
    charges: charged.map(({ chargeId, amountMinor }) => ({
      chargeId: chargeId ?? '',
      amountMinor,
      refundedMinor: refundedOf.get(chargeId ?? '') ?? 0,
      disputedMinor: 0,
    })),
    transfers: transfers
      .filter((transfer) => transfer.stripeTransferId !== null)
      .map(({ stripeTransferId, sourceChargeId, milestoneId, amountMinor }) => ({
        transferId: stripeTransferId ?? '',
        sourceChargeId,
        milestoneId,
        amountMinor,
        reversedMinor: 0,
      })),
    occupants: [
      ...payments.filter(({ state }) => isLive(state)).map(({ _id, shareId }) => ({ slot: `live payment of share ${shareId}`, id: _id })),
      ...transfers.map(({ _id, milestoneId, sourceChargeId }) => ({ slot: `transfer of ${milestoneId} from ${sourceChargeId}`, id: _id })),
      ...refunds.map(({ _id, chargeId, why }) => ({
        slot: `refund of ${chargeId}, ${isRepeatable(why) ? occasionOf(_id) : why}`,
        id: _id,
      })),
    ],
    untoldMinor: sumMinor(charged.filter(isFeeUntold).map(({ amountMinor }) => amountMinor)),
    chargedShares: charged.map((payment) => ({ shareId: bookedShareOf(payment), chargedAt: payment.startedAt })),
  }
}

type OfShare = { uncountedOf: (shareId: string) => number; givenBackOf: (shareId: string) => number }

const missionFacts = async (missionIds: string[], lines: ShareRecord[], { uncountedOf, givenBackOf }: OfShare) => {
  const [records, milestones] = await Promise.all([missions.many(missionIds), missions.milestonesOf(missionIds)])
  const shares = lines.filter(isOwed)
  const cells = milestones.flatMap((milestone) => milestone.cells.map((cell) => ({ ...cell, milestoneId: milestone._id })))
  const byShare = new Map(lines.map((share) => [share._id, [] as typeof cells]))
  for (const cell of cells) byShare.get(cell.shareId)?.push(cell)
  const cellsOf = (shareId: string) => byShare.get(shareId) ?? []
  const of = <R extends { missionId: string }>(missionId: string, all: R[]) => all.filter((one) => one.missionId === missionId)
  return {
    tables: records.map(({ _id: missionId, totalMinor }) => ({
      missionId,
      totalMinor,
      shares: of(missionId, shares).map(({ _id, netMinor }) => ({ shareId: _id, netMinor })),
      milestones: of(missionId, milestones).map(({ _id, netMinor, cells: own }) => ({ id: _id, netMinor, cells: own })),
    })),
    invoiced: shares.map(({ _id, grossMinor, vatRateBp }) => ({ shareId: _id, grossMinor, vatRateBp, cells: cellsOf(_id) })),
    // A line that waits to come in has no part in the table yet, and its money is looked at; what an amendment adds stands in the books of its share.
    settled: lines
      .filter(({ raises }) => !raises)
      .map((share) => ({
        shareId: share._id,
        // What an amendment, a hand-over or the end of a mission has taken off is still there until Stripe has given it back.
        paidMinor: paidMinor(share) + uncountedOf(share._id) + share.takenOffMinor - givenBackOf(share._id),
        releasedMinor: grossOf(cellsOf(share._id).filter(isReleased)),
      })),
    cells: cells.map((cell) => ({ milestoneId: cell.milestoneId, shareId: cell.shareId, isAccepted: isReleased(cell) })),
  }
}

const isReleased = ({ state }: CellRecord) => ['accepted', 'blocked', 'transferred'].includes(state)

const refundedByCharge = (entries: EntryRecord[]): Map<string, number> => {
  const refunded = new Map<string, number>()
  for (const { type, refs, lines } of entries) {
    if (type !== 'refund' || !refs.chargeId) continue
    const amountMinor = sumMinor(lines.filter((line) => line.amountMinor > 0).map((line) => line.amountMinor))
    refunded.set(refs.chargeId, (refunded.get(refs.chargeId) ?? 0) + amountMinor)
  }
  return refunded
}

/** Paid twice, or for an amendment that has not applied, and not given back yet. */
const uncountedMinor = (uncounted: PaymentRecord[], shareId: string, refundedOf: Map<string, number>): number =>
  sumMinor(
    uncounted
      .filter((payment) => bookedShareOf(payment) === shareId)
      .map((payment) => payment.amountMinor - (refundedOf.get(payment.chargeId ?? '') ?? 0)),
  )

/** An amendment or a hand-over may each give back a part of the same charge. */
const isRepeatable = (why: RefundRecord['why']) => why === 'amend' || why === 'handover'
const occasionOf = (refundId: string) => refundId.split(':').at(-1) ?? ''

/** What went back of what counts, for good: a refund that the bank sent back is not. */
const givenBackMinor = (refunds: RefundRecord[], shareId: string): number =>
  sumMinor(
    refunds
      .filter(({ why, state, ...refund }) => (isRepeatable(why) || why === 'cancel') && refund.shareId === shareId && state === 'sent')
      .map((refund) => refund.amountMinor),
  )

const paidMinor = ({ state, grossMinor }: ShareRecord): number =>
  isPaid(state) || state === 'part_refunded' || state === 'refunded' ? grossMinor : 0

const grossOf = (cells: CellRecord[]) => sumMinor(cells.map((cell) => cell.grossMinor))
