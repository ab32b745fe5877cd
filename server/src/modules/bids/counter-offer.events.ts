import type { CounterOfferRecord } from './counter-offer.model.ts'

export type CounterOfferEventData = { counterOfferId: string; bidId: string; needId: string; groupId: string; freelancerId: string }

/** Ids only: who may read the bid asks for the rest. Events of a need come in order. */
const counterOfferEvent = <N extends string, M extends object>(
  name: N,
  { _id, bidId, needId, groupId, freelancerId }: CounterOfferRecord,
  more: M,
) => ({ name, key: needId, data: { counterOfferId: _id, bidId, needId, groupId, freelancerId, ...more } })

export const counterOfferProposed = (counterOffer: CounterOfferRecord) => counterOfferEvent('counter_offer.proposed', counterOffer, {})
export const counterOfferAnswered = (counterOffer: CounterOfferRecord) => counterOfferEvent('counter_offer.answered', counterOffer, {})
export const counterOfferAccepted = (counterOffer: CounterOfferRecord) =>
  counterOfferEvent('counter_offer.accepted', counterOffer, { by: counterOffer.answer ? 'leader' : 'freelancer' })
export const counterOfferDeclined = (counterOffer: CounterOfferRecord) => counterOfferEvent('counter_offer.declined', counterOffer, {})
export const counterOfferWithdrawn = (counterOffer: CounterOfferRecord) =>
  counterOfferEvent('counter_offer.withdrawn', counterOffer, { wasAnswered: counterOffer.answer !== null })
export const counterOfferExpired = (counterOffer: CounterOfferRecord) => counterOfferEvent('counter_offer.expired', counterOffer, {})
