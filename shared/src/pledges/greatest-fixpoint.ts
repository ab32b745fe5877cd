import { exactSharesOf } from '../bids/firm-shares.ts'
import type { Pricing } from '../bids/pricing.ts'
import { limitMinorOf, type Candidate } from './candidate.ts'

/**
 * The largest set of candidates whose numbers and prices all hold at the price that this set itself gets. More firms never raise an exact share, so
 * dropping every unsatisfied pledge and pricing again ends at the one greatest fixpoint, whatever the order. Where caps do not reach the price with all
 * of them, no smaller set reaches it either.
 */
export const greatestFixpoint = <C extends Candidate>(pricing: Pricing, candidates: readonly C[]): C[] => {
  let members = thoseEnough(candidates)
  for (;;) {
    if (members.length === 0) return []
    const exact = exactSharesOf(pricing, members)
    if (!exact.isFunded) return []
    const satisfied = members.filter((candidate, i) => !exact.exceeds(i, limitMinorOf(candidate)))
    if (satisfied.length === members.length) return members
    members = thoseEnough(satisfied)
  }
}

/** The same for the conditions on numbers alone, which need no price: the largest number that as many candidates accept. */
export const thoseEnough = <C extends Candidate>(candidates: readonly C[]): C[] => {
  const asking = new Array<number>(candidates.length + 1).fill(0)
  for (const candidate of candidates) if (askedBy(candidate) <= candidates.length) asking[askedBy(candidate)]! += 1
  let accepted = asking.reduce((sum, count) => sum + count, 0)
  for (let firms = candidates.length; firms > 0; firms--) {
    if (accepted >= firms) return candidates.filter((candidate) => askedBy(candidate) <= firms)
    accepted -= asking[firms]!
  }
  return []
}

const askedBy = ({ conditions }: Candidate) => conditions.minFirms ?? 1
