import { sumMinor } from '../money/money.ts'
import { account, isHeld } from './accounts.ts'
import type { Line } from './posting.ts'

/** An entry as the books keep it; what is not needed to add it up is left out. */
export type Booked = {
  key: string
  type: string
  missionId: string | null
  currency: string
  lines: readonly Line[]
  refs: Readonly<Record<string, string>>
}

/** The balance of every account: debits less credits. */
export const balancesOf = (entries: Iterable<Booked>): Map<string, number> => {
  const balances = new Map<string, number>()
  for (const { lines } of entries) {
    for (const line of lines) balances.set(line.account, (balances.get(line.account) ?? 0) + line.amountMinor)
  }
  return balances
}

/** Retained funds of a share, whoever paid them in. */
export const heldMinorOf = (entries: Iterable<Booked>, shareId: string): number =>
  credit(
    sumMinor([...balancesOf(entries)].filter(([name]) => name.startsWith(account.held(shareId, ''))).map(([, amountMinor]) => amountMinor)),
  )

/** Where money is, gross: `paidMinor` is the sum of all the others. `payableMinor` is accepted and not yet transferred to the freelancer. */
export type MoneyPlaces = {
  paidMinor: number
  retainedMinor: number
  payableMinor: number
  transferredMinor: number
  platformFeeMinor: number
  commissionMinor: number
  refundedMinor: number
  disputedMinor: number
}

/** Where the money of these entries is: give those of one mission, or of one share of it. */
export const placesOf = (entries: readonly Booked[]): MoneyPlaces => {
  const held = (...types: string[]) => sumLines(entries, types, isHeld)
  const acceptances = entries.filter((entry) => kindOf(entry) === 'acceptance')
  const earned = (payee: 'freelancerId' | 'associationId') =>
    credit(
      sumMinor(acceptances.map((entry) => sumLines([entry], ['acceptance'], (name) => name === account.payable(entry.refs[payee] ?? '')))),
    )
  const transferredMinor = sumMinor(
    entries
      .filter((entry) => entry.refs.payee === 'freelancer')
      .map((entry) => sumLines([entry], ['transfer', 'reversal'], (name) => name === account.payable(entry.refs.payeeId ?? ''))),
  )
  return {
    paidMinor: credit(held('charge')),
    retainedMinor: credit(
      sumMinor(entries.flatMap(({ lines }) => lines.filter((line) => isHeld(line.account)).map((line) => line.amountMinor))),
    ),
    payableMinor: earned('freelancerId') - transferredMinor,
    transferredMinor,
    platformFeeMinor: credit(sumLines(entries, ['acceptance'], (name) => name === account.fee || name === account.vat)),
    commissionMinor: earned('associationId'),
    refundedMinor: held('refund', 'refund_failed'),
    disputedMinor: held('dispute_lost'),
  }
}

/** A credit balance as an amount; subtracted from zero, because −0 is not 0 to whoever compares. */
const credit = (balanceMinor: number) => 0 - balanceMinor

/** A correction counts as the entry that it takes back. */
const kindOf = (entry: Booked) => (entry.type === 'correction' ? (entry.refs.correctsType ?? entry.type) : entry.type)

const sumLines = (entries: readonly Booked[], types: readonly string[], isOf: (name: string) => boolean): number =>
  sumMinor(
    entries
      .filter((entry) => types.includes(kindOf(entry)))
      .flatMap(({ lines }) => lines.filter((line) => isOf(line.account)).map((line) => line.amountMinor)),
  )
