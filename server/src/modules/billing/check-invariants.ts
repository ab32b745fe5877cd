import type { InvariantLine } from '@mutuo/shared/billing/billing.schema.ts'
import * as invariants from '@mutuo/shared/ledger/invariants.ts'
import type { ShareState } from '@mutuo/shared/missions/mission.schema.ts'
import { isPaid } from '@mutuo/shared/missions/mission.rules.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import { missions, type CellRecord } from '../missions/index.ts'
import { liveStates, paymentStore } from './payment.store.ts'
import { stripe } from './stripe-client.ts'
import { transferStore } from './transfer.store.ts'

type Ask = { now: Date; /** Whether Stripe's own balance is asked for; without Stripe that line is left out. */ asksStripe: boolean }

/** Every invariant of the books that applies, on the live database, each with how much was looked at (payments.md §9, reliability.md I8). */
export const checkInvariants = async ({ now, asksStripe }: Ask): Promise<InvariantLine[]> => {
  const entries: EntryRecord[] = []
  for await (const entry of ledger.all()) entries.push(entry)
  const facts = await readFacts(entries)
  const checks = [
    invariants.entriesBalance(entries),
    invariants.heldNeverNegative(entries),
    invariants.tablesAddUp(facts.tables),
    invariants.chargesAreTheirInvoices(facts.invoiced),
    invariants.sharesMatchLedger(facts.settled, entries),
    invariants.missionsBalance(entries),
    invariants.transfersInsideCharges(facts.charges, facts.transfers),
    invariants.nothingTwice(facts.occupants),
    invariants.bookedOnce(entries),
    invariants.releasesWereAccepted(facts.cells, entries),
    ...(asksStripe ? [invariants.stripeAgrees(entries, await stripeBalanceMinor())] : []),
    invariants.nothingHeldTooLong(facts.chargedShares, entries, now),
  ]
  return [
    ...checks.map((check) => ({ id: `§9.${check.invariant}`, label: check.says, checked: check.checked, violations: check.violations })),
    {
      id: 'I8',
      label: 'The entries of each mission follow each other without a gap, and none was changed.',
      checked: entries.length,
      violations: ledger.brokenLinks(entries),
    },
  ]
}

const stripeBalanceMinor = async (): Promise<number> => {
  const balance = await stripe().balance.retrieve()
  return [...balance.available, ...balance.pending]
    .filter(({ currency }) => currency === 'eur')
    .reduce((total, { amount }) => total + amount, 0)
}

/** The records of missions and payments, in the plain shapes that the invariants read. */
const readFacts = async (entries: EntryRecord[]) => {
  const missionIds = [...new Set(await missions.allIds())]
  const [records, shares, milestones, payments, transfers] = [
    await missions.many(missionIds),
    await missions.sharesOf(missionIds),
    await missions.milestonesOf(missionIds),
    await paymentStore.all(),
    await transferStore.all(),
  ]
  const cellsOf = (shareId: string) => milestones.flatMap((milestone) => milestone.cells.filter((cell) => cell.shareId === shareId))
  const isReleased = (state: string) => ['accepted', 'blocked', 'transferred'].includes(state)
  const succeeded = payments.filter((payment) => payment.state === 'succeeded')
  const refundsOf = (chargeId: string) =>
    entries
      .filter((entry) => entry.type === 'refund' && entry.refs.chargeId === chargeId)
      .reduce((total, entry) => total + sizeOf(entry), 0)
  return {
    tables: records.map((mission) => ({
      missionId: mission._id,
      totalMinor: mission.totalMinor,
      shares: shares.filter((share) => share.missionId === mission._id).map((share) => ({ shareId: share._id, netMinor: share.netMinor })),
      milestones: milestones
        .filter((one) => one.missionId === mission._id)
        .map(({ _id, netMinor, cells }) => ({ id: _id, netMinor, cells })),
    })),
    invoiced: shares.map((share) => ({
      shareId: share._id,
      grossMinor: share.grossMinor,
      vatRateBp: share.vatRateBp,
      cells: cellsOf(share._id),
    })),
    settled: shares.map((share) => ({
      shareId: share._id,
      paidMinor: isPaid(share.state) || share.state === 'refunded' ? share.grossMinor - givenBackMinor(share.state, cellsOf(share._id)) : 0,
      releasedMinor: grossOf(cellsOf(share._id).filter((cell) => isReleased(cell.state))),
    })),
    charges: succeeded.map((payment) => ({
      chargeId: payment.chargeId ?? '',
      amountMinor: payment.amountMinor,
      refundedMinor: refundsOf(payment.chargeId ?? ''),
      disputedMinor: 0,
    })),
    transfers: transfers
      .filter((transfer) => transfer.state === 'sent')
      .map((transfer) => ({
        transferId: transfer.stripeTransferId ?? '',
        sourceChargeId: transfer.sourceChargeId,
        milestoneId: transfer.milestoneId,
        amountMinor: transfer.amountMinor,
        reversedMinor: 0,
      })),
    occupants: [
      ...payments
        .filter((payment) => liveStates.includes(payment.state))
        .map((payment) => ({ slot: `live payment of share ${payment.shareId}`, id: payment._id })),
      ...transfers.map((transfer) => ({
        slot: `transfer of milestone ${transfer.milestoneId} from ${transfer.sourceChargeId}`,
        id: transfer._id,
      })),
      ...entries
        .filter((entry) => entry.type === 'refund')
        .map((entry) => ({ slot: `refund of ${entry.refs.chargeId} ${entry.refs.refundId}`, id: entry._id })),
    ],
    cells: milestones.flatMap((milestone) =>
      milestone.cells.map((cell) => ({ milestoneId: milestone._id, shareId: cell.shareId, isAccepted: isReleased(cell.state) })),
    ),
    chargedShares: succeeded.map((payment) => ({ shareId: payment.shareId, chargedAt: payment.startedAt })),
  }
}

/** Once Stripe has refunded, the parts that went back to the firm. */
const givenBackMinor = (state: ShareState, cells: CellRecord[]): number =>
  ['part_refunded', 'refunded'].includes(state) ? grossOf(cells.filter((cell) => cell.state === 'refunded')) : 0

const grossOf = (cells: CellRecord[]) => cells.reduce((total, cell) => total + cell.grossMinor, 0)

const sizeOf = ({ lines }: EntryRecord) => lines.filter((line) => line.amountMinor > 0).reduce((total, line) => total + line.amountMinor, 0)
