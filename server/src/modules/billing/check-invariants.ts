import type { InvariantLine } from '@mutuo/shared/billing/billing.schema.ts'
import * as invariants from '@mutuo/shared/ledger/invariants.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import { readInvariantFacts } from './invariant-facts.ts'
import { askStripe } from './stripe-client.ts'

type Ask = { now: Date; /** Whether Stripe's own balance is asked for; without Stripe that line is left out. */ asksStripe: boolean }

/** Every invariant of the books that applies, on the live database, each with how much was looked at (payments.md §9, reliability.md I8). */
export const checkInvariants = async ({ now, asksStripe }: Ask): Promise<InvariantLine[]> => {
  const entries: EntryRecord[] = []
  for await (const entry of ledger.all()) entries.push(entry)
  const facts = await readInvariantFacts(entries)
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
    ...(asksStripe ? [invariants.stripeAgrees(entries, { balanceMinor: await stripeBalanceMinor(), untoldMinor: facts.untoldMinor })] : []),
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
  const balance = await askStripe((stripe) => stripe.balance.retrieve())
  return [...balance.available, ...balance.pending]
    .filter(({ currency }) => currency === 'eur')
    .reduce((total, { amount }) => total + amount, 0)
}
