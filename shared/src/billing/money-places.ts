import { account, isHeld } from '../ledger/accounts.ts'
import type { EntryDraft } from '../ledger/posting.ts'
import { sumMinor } from '../money/money.ts'

type Entry = Pick<EntryDraft, 'type' | 'lines' | 'refs'>
export type Places = { paidMinor: number; retainedMinor: number; transferredMinor: number; platformFeeMinor: number; commissionMinor: number; refundedMinor: number }

/**
 * Where the money of a mission is, read from its entries alone; gross. Paid = retained + transferred (or owed to the freelancer) + fees + commission + refunded.
 * With `shareId`, one firm's part of it.
 */
export const moneyPlacesOf = (entries: readonly Entry[], associationId: string, shareId?: string): Places => {
  const own = shareId ? entries.filter((entry) => entry.refs.shareId === shareId) : entries
  const of = (types: readonly string[], matches: (name: string) => boolean) =>
    sumMinor(own.filter((entry) => types.includes(entry.type)).flatMap((entry) => entry.lines.filter((line) => matches(line.account)).map((line) => line.amountMinor)))
  
  const paidMinor = -of(['charge'], isHeld)
  const refundedMinor = of(['refund', 'refund_failed'], isHeld)
  const acceptedMinor = of(['acceptance'], isHeld)
  const platformFeeMinor = -of(['acceptance'], (name) => name === account.fee || name === account.vat)
  const commissionMinor = -of(['acceptance'], (name) => name === account.payable(associationId))
  return {
    paidMinor,
    retainedMinor: paidMinor - acceptedMinor - refundedMinor,
    transferredMinor: acceptedMinor - platformFeeMinor - commissionMinor,
    platformFeeMinor,
    commissionMinor,
    refundedMinor,
  }
}
