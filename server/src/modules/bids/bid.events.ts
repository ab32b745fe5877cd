import type { BidRecord } from './bid.model.ts'

export type BidEventData = { bidId: string; needId: string; groupId: string; freelancerId: string }

/** Ids only: what a bid says may be sealed. Events of a need come in order. */
const bidEvent = <N extends string, M extends object>(name: N, { _id, needId, groupId, freelancerId }: BidRecord, more: M) => ({
  name,
  key: needId,
  data: { bidId: _id, needId, groupId, freelancerId, ...more },
})

export const bidPrepared = (bid: BidRecord) => bidEvent('bid.prepared', bid, {})
export const bidEdited = (bid: BidRecord) => bidEvent('bid.edited', bid, {})
export const bidSubmitted = (bid: BidRecord) => bidEvent('bid.submitted', bid, {})
export const bidWithdrawn = (bid: BidRecord, wasKnown: boolean) => bidEvent('bid.withdrawn', bid, { wasKnown })
export const bidShortlisted = (bid: BidRecord, isShortlisted: boolean) => bidEvent('bid.shortlisted', bid, { isShortlisted })
export const bidChosen = (bid: BidRecord) => bidEvent('bid.chosen', bid, {})
export const bidDeclined = (bid: BidRecord) => bidEvent('bid.declined', bid, {})
export const bidAmended = (bid: BidRecord) => bidEvent('bid.amended', bid, {})
