import { mostMinorOf, type PricedFirm, type Pricing } from '../bids/pricing.ts'

/** What must be true for a pledge to hold, all together. Days are `YYYY-MM-DD`, proofs are codes. Which firms it excludes is nobody else's to know. */
export type Conditions = {
  minFirms?: number | undefined
  /** HT, cover not included. */
  maxShareMinor?: number | undefined
  /** The first day of work comes before this day. */
  startsBefore?: string | undefined
  excludedFirmIds?: readonly string[] | undefined
  requiredProofs?: readonly string[] | undefined
}

export type Candidate = PricedFirm & { pledgedAt: Date; conditions: Conditions }

/** What the candidates are asked to pay for: a bid, or before the first bid the need's target. The seed settles odd cents: the need's id, always the same. */
export type Offer = { pricing: Pricing; startsOn?: string | undefined; proofs?: readonly string[] | undefined; seed?: string | undefined }

/** The most that the firm accepts to pay: its cap less its cover, or its own price limit. */
export const limitMinorOf = (candidate: Candidate): number => {
  const mostMinor = mostMinorOf(candidate)
  return Math.min(mostMinor, candidate.conditions.maxShareMinor ?? mostMinor)
}

/**
 * The candidates as screens may count them while pledges can still move. More firms only lower prices, so a pledge that pushed another out would prove
 * that somebody excludes somebody: nobody's exclusion counts in what is shown before the vote, not even in figures (decision 012).
 */
export const withoutExclusions = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    const { excludedFirmIds: _, ...conditions } = candidate.conditions
    return { ...candidate, conditions }
  })

/** Ranks pledges by their time, and by the firm's id within the same instant. */
export const byTimeOfPledge = (a: Candidate, b: Candidate) =>
  a.pledgedAt.getTime() - b.pledgedAt.getTime() || (a.firmId < b.firmId ? -1 : 1)
