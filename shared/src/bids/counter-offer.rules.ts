import { DomainError } from '../errors/domain-error.ts'
import { changesBetween, withTerms } from './bid-change.rules.ts'
import type { BidChange, BidContent, CounterOfferState, Terms } from './bid.schema.ts'
import { openCounterOffers } from './counter-offer.process.ts'

/** How many counter-offers one bid can be made: an offer is not worn down. */
export const MOST_COUNTER_OFFERS = 10

/** What the terms would change in the bid. Words that change nothing are a message, not a counter-offer. @throws NOTHING_CHANGES */
export const proposedChanges = (content: BidContent, terms: Terms): BidChange[] => {
  const changes = changesBetween(content, withTerms(content, terms))
  if (changes.length === 0) throw new DomainError('NOTHING_CHANGES')
  return changes
}

/** @throws COUNTER_OFFER_OPEN, TOO_MANY_COUNTER_OFFERS */
export const checkMayPropose = (earlier: readonly { state: CounterOfferState }[]): void => {
  if (earlier.some(({ state }) => openCounterOffers.includes(state))) throw new DomainError('COUNTER_OFFER_OPEN')
  if (earlier.length >= MOST_COUNTER_OFFERS) throw new DomainError('TOO_MANY_COUNTER_OFFERS', { most: MOST_COUNTER_OFFERS })
}
