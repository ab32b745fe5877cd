import { sumMinor } from '../money/money.ts'
import { vatOf } from '../money/vat.ts'
import { account, isHeld } from './accounts.ts'
import { balancesOf, heldMinorOf, placesOf, type Booked } from './balance.ts'

/** One invariant of payments.md §9 on plain records: how many things were looked at, and a sentence for each that breaks it. */
export type Check = { invariant: number; says: string; checked: number; violations: string[] }

const check = <T>(invariant: number, says: string, things: readonly T[], violationOf: (thing: T) => string | null | false): Check => ({
  invariant,
  says,
  checked: things.length,
  violations: things.flatMap((thing) => violationOf(thing) || []),
})

const groupedBy = <T>(things: readonly T[], keyOf: (thing: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
  return [...groups]
}

export const entriesBalance = (entries: readonly Booked[]): Check =>
  check(1, 'Every entry has two lines or more, of whole cents, and sums to zero.', entries, ({ key, lines }) => {
    if (lines.length < 2) return `${key} has ${lines.length} line(s)`
    if (!lines.every((line) => Number.isSafeInteger(line.amountMinor))) return `${key} has a line that is not whole cents`
    const sum = sumMinor(lines.map((line) => line.amountMinor))
    return sum !== 0 && `${key} sums to ${sum}`
  })

export const heldNeverNegative = (entries: readonly Booked[]): Check =>
  check(
    1,
    'No share has given out more than was retained for it.',
    [...balancesOf(entries)].filter(([name]) => isHeld(name)),
    ([name, balance]) => balance > 0 && `${name} is overdrawn by ${balance}`,
  )

export type MissionTable = {
  missionId: string
  totalMinor: number
  shares: readonly { shareId: string; netMinor: number }[]
  milestones: readonly { id: string; netMinor: number; cells: readonly { shareId: string; netMinor: number }[] }[]
}

export const tablesAddUp = (missions: readonly MissionTable[]): Check =>
  check(2, 'Shares sum to the price of their mission, cells to their share and to their milestone.', missions, (mission) => {
    const cells = mission.milestones.flatMap((milestone) => milestone.cells)
    const share = mission.shares.find(
      ({ shareId, netMinor }) => sumMinor(cells.filter((cell) => cell.shareId === shareId).map((cell) => cell.netMinor)) !== netMinor,
    )
    const milestone = mission.milestones.find((one) => sumMinor(one.cells.map((cell) => cell.netMinor)) !== one.netMinor)
    if (sumMinor(mission.shares.map((one) => one.netMinor)) !== mission.totalMinor)
      return `the shares of ${mission.missionId} miss its price`
    if (share) return `the cells of share ${share.shareId} miss it`
    return milestone ? `the cells of milestone ${milestone.id} miss it` : null
  })

export type InvoicedShare = {
  shareId: string
  grossMinor: number
  vatRateBp: number
  cells: readonly { netMinor: number; vatMinor: number; grossMinor: number }[]
}

export const chargesAreTheirInvoices = (shares: readonly InvoicedShare[]): Check =>
  check(3, 'A share is charged the gross of its planned invoices, each with its VAT rounded half up.', shares, (share) => {
    const isExact = share.cells.every(
      (cell) => cell.grossMinor === cell.netMinor + cell.vatMinor && cell.vatMinor === vatOf(cell.netMinor, share.vatRateBp),
    )
    if (!isExact) return `an invoice of share ${share.shareId} has a wrong VAT or gross`
    const invoicedMinor = sumMinor(share.cells.map((cell) => cell.grossMinor))
    return invoicedMinor !== share.grossMinor && `share ${share.shareId} is charged ${share.grossMinor} for invoices of ${invoicedMinor}`
  })

/** As the share's and the cells' own records say: `paidMinor` what it paid and was not refunded, `releasedMinor` the gross of its accepted cells. */
export type SettledShare = { shareId: string; paidMinor: number; releasedMinor: number }

export const sharesMatchLedger = (shares: readonly SettledShare[], entries: readonly Booked[]): Check => {
  const byShare = new Map(groupedBy(entries, (entry) => entry.refs.shareId ?? ''))
  return check(
    4,
    'What a share paid is retained, released, refunded or lost in a dispute, and the ledger says the same as the share.',
    shares,
    (share) => {
      const own = byShare.get(share.shareId) ?? []
      const places = placesOf(own)
      const releasedMinor = places.payableMinor + places.transferredMinor + places.platformFeeMinor + places.commissionMinor
      const restMinor = heldMinorOf(own, share.shareId) + places.refundedMinor + places.disputedMinor
      const netPaidMinor = places.paidMinor - places.refundedMinor
      if (places.paidMinor !== restMinor + releasedMinor)
        return `share ${share.shareId} paid ${places.paidMinor} and ${restMinor + releasedMinor} is accounted for`
      if (share.releasedMinor !== releasedMinor)
        return `share ${share.shareId} released ${share.releasedMinor}, the ledger ${releasedMinor}`
      return share.paidMinor !== netPaidMinor && `share ${share.shareId} says ${share.paidMinor} paid, the ledger ${netPaidMinor}`
    },
  )
}

export const missionsBalance = (entries: readonly Booked[]): Check =>
  check(
    5,
    'Money in is money out, money retained and fees, mission by mission.',
    groupedBy(
      entries.filter((entry) => entry.missionId !== null),
      (entry) => entry.missionId!,
    ),
    ([missionId, own]) => {
      const { paidMinor, ...places } = placesOf(own)
      const placedMinor = sumMinor(Object.values(places))
      return paidMinor !== placedMinor && `mission ${missionId} took in ${paidMinor} and accounts for ${placedMinor}`
    },
  )

export type ChargeFacts = { chargeId: string; amountMinor: number; refundedMinor: number; disputedMinor: number }
export type TransferFacts = { transferId: string; sourceChargeId: string; milestoneId: string; amountMinor: number; reversedMinor: number }

export const transfersInsideCharges = (charges: readonly ChargeFacts[], transfers: readonly TransferFacts[]): Check => {
  const bySource = new Map(groupedBy(transfers, (transfer) => transfer.sourceChargeId))
  return check(6, 'No charge has fed more transfers than it holds.', charges, ({ chargeId, amountMinor, refundedMinor, disputedMinor }) => {
    const sentMinor = sumMinor((bySource.get(chargeId) ?? []).map((transfer) => transfer.amountMinor - transfer.reversedMinor))
    const leftMinor = amountMinor - refundedMinor - disputedMinor
    return sentMinor > leftMinor && `charge ${chargeId} fed transfers of ${sentMinor}, it holds ${leftMinor}`
  })
}

/** A thing that may exist once: `slot` names what it is the one of. */
export type Occupant = { slot: string; id: string }

/** Give live payments by share, transfers by milestone and charge, refunds by cancellation and charge. */
export const nothingTwice = (occupants: readonly Occupant[]): Check =>
  check(
    7,
    'One live payment a share, one transfer a milestone and charge, one refund a cancellation and charge.',
    groupedBy(occupants, (one) => one.slot),
    ([slot, own]) => own.length > 1 && `${slot} has ${own.map((one) => one.id).join(', ')}`,
  )

export const bookedOnce = (entries: readonly Booked[]): Check =>
  check(
    8,
    'What was booked was booked once.',
    groupedBy(entries, (entry) => entry.key),
    ([key, own]) => own.length > 1 && `${key} was booked ${own.length} times`,
  )

export type CellFacts = { milestoneId: string; shareId: string; isAccepted: boolean }

export const releasesWereAccepted = (cells: readonly CellFacts[], entries: readonly Booked[]): Check => {
  const booked = new Set(
    entries.filter((entry) => entry.type === 'acceptance').map((entry) => `${entry.refs.milestoneId}:${entry.refs.shareId}`),
  )
  return check(9, 'A part is released if, and only if, it was accepted.', cells, ({ milestoneId, shareId, isAccepted }) => {
    const isBooked = booked.has(`${milestoneId}:${shareId}`)
    if (isAccepted === isBooked) return null
    return `the part of share ${shareId} in milestone ${milestoneId} ${isAccepted ? 'was accepted and is not booked' : 'is booked and was not accepted'}`
  })
}

/** `untoldMinor`: what was charged and Stripe has not told the fee of: until then none of it, all of it or what the fee leaves may stand in its balance (payments.md §1.1). */
export const stripeAgrees = (entries: readonly Booked[], stripe: { balanceMinor: number; untoldMinor: number }): Check =>
  check(12, "The ledger's Stripe accounts are Stripe's balance.", [balancesOf(entries)], (balances) => {
    const ledgerMinor = (balances.get(account.stripeAvailable) ?? 0) + (balances.get(account.stripePending) ?? 0)
    const missingMinor = ledgerMinor - stripe.balanceMinor
    const isExplained = missingMinor >= 0 && missingMinor <= stripe.untoldMinor
    return !isExplained && `Stripe holds ${stripe.balanceMinor}, the ledger says ${ledgerMinor}`
  })

const DAY_MS = 86_400_000
/** Stripe lets us hold money for ninety days; five are kept for acting. */
const MOST_DAYS_HELD = 85

export const nothingHeldTooLong = (
  charges: readonly { shareId: string; chargedAt: Date }[],
  entries: readonly Booked[],
  now: Date,
): Check => {
  const byShare = new Map(groupedBy(entries, (entry) => entry.refs.shareId ?? ''))
  return check(13, 'Nothing is retained for more than 85 days.', charges, ({ shareId, chargedAt }) => {
    const days = Math.floor((now.getTime() - chargedAt.getTime()) / DAY_MS)
    const heldMinor = heldMinorOf(byShare.get(shareId) ?? [], shareId)
    return days > MOST_DAYS_HELD && heldMinor > 0 && `share ${shareId} has ${heldMinor} retained for ${days} days`
  })
}
