import { withTerms } from '@mutuo/shared/bids/bid-change.rules.ts'
import type { BidVersionView, BidView, CounterOfferView } from '@mutuo/shared/bids/bid.schema.ts'
import { counterOfferProcess, openCounterOffers } from '@mutuo/shared/bids/counter-offer.process.ts'
import { termsCloseAt } from '@mutuo/shared/needs/need.rules.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { ownPriceOf } from '@mutuo/shared/pledges/bid-price.rules.ts'
import { abilitiesOf } from '../../platform/access/abilities.ts'
import { no } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import type { BidFacts } from './bid-facts.ts'
import { bidTermsOf } from './bid-terms.ts'
import type { BidVersionLine } from './bid-version.store.ts'
import { bidVersionStore } from './bid-version.store.ts'
import type { BidRecord } from './bid.model.ts'
import { isAuthor, mayAnswerTerms, mayNegotiate } from './bid.policy.ts'
import type { CounterOfferRecord } from './counter-offer.model.ts'
import { counterOfferStore } from './counter-offer.store.ts'

/** The latest version of each bid and the counter-offer that waits, asked once however many bids. */
export type Negotiation = {
  versions: Map<string, BidVersionLine>
  open: Map<string, CounterOfferRecord>
  marks: Map<string, OrganisationMark>
}

export const negotiationOf = async (need: NeedRecord, bids: readonly BidRecord[]): Promise<Negotiation> => {
  const [versions, open] = await Promise.all([bidVersionStore.latestOf(bids.map((bid) => bid._id)), counterOfferStore.openOfNeed(need._id)])
  const marks = await organisations.marksOf([...new Set(open.map((counterOffer) => counterOffer.proposedBy))])
  return { versions, open: new Map(open.map((counterOffer) => [counterOffer.bidId, counterOffer])), marks }
}

/** What a reader of the open bid learns of its versions and of what is being talked about. */
export const negotiatedParts = (
  bid: BidRecord,
  { versions, open, marks }: Negotiation,
  facts: BidFacts,
  viewer: Viewer,
  now: Date,
): Pick<BidView, 'latestVersion' | 'counterOffer'> => {
  const [version, counterOffer] = [versions.get(bid._id), open.get(bid._id)]
  return {
    ...(version && { latestVersion: presentVersion(version, isAuthor(viewer, bid)) }),
    ...(counterOffer && {
      counterOffer: {
        ...presentCounterOffer(counterOffer, { bid, need: facts.need, marks }, viewer, now),
        ...ownPriceParts(bid, counterOffer, facts),
      },
    }),
  }
}

/** What changed under seal is the author's own affair. */
export const presentVersion = ({ number, at, because, changes, isOpen }: BidVersionLine, isOwn: boolean): BidVersionView => ({
  number,
  at: at.toISOString(),
  because,
  changes: isOpen || isOwn ? changes : [],
})

type Around = { bid: BidRecord; need: NeedRecord; marks: ReadonlyMap<string, OrganisationMark> }

export const presentCounterOffer = (
  counterOffer: CounterOfferRecord,
  { bid, need, marks }: Around,
  viewer: Viewer,
  now: Date,
): CounterOfferView => {
  const { answer, proposedBy, settledAt } = counterOffer
  return {
    id: counterOffer._id,
    version: counterOffer.version,
    state: counterOffer.state,
    message: counterOffer.message,
    terms: counterOffer.terms,
    changes: counterOffer.changes,
    proposedAt: counterOffer.proposedAt.toISOString(),
    proposedBy: marks.get(proposedBy)!,
    ...(answer && { answer: { ...answer, at: answer.at.toISOString() } }),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
    openUntil: termsCloseAt(need).toISOString(),
    abilities: abilitiesIn(counterOffer, bid, need, viewer, now),
  }
}

const abilitiesIn = (
  { state, answer }: CounterOfferRecord,
  bid: BidRecord,
  need: NeedRecord,
  viewer: Viewer,
  now: Date,
): CounterOfferView['abilities'] => {
  if (isAuthor(viewer, bid)) {
    const say = mayAnswerTerms(viewer, bid, need, now)
    return abilitiesOf(counterOfferProcess, state, 'freelancer', { accept: say, answer: say, decline: say })
  }
  if (viewer.organisationId !== need.leaderId) return []
  const lead = mayNegotiate(viewer, need, now)
  const agree = lead.allowed && answer?.changes.length === 0 ? no('NOTHING_CHANGES') : lead
  return abilitiesOf(counterOfferProcess, state, 'leader', { agree, withdraw: lead })
}

/** What the viewer's firm pays today, and would under the terms that wait; nobody else's. */
const ownPriceParts = (
  bid: BidRecord,
  { state, terms, answer }: CounterOfferRecord,
  { need, candidates, me, proofs }: BidFacts,
): Pick<CounterOfferView, 'ownPrice'> => {
  if (!me || !openCounterOffers.includes(state)) return {}
  const wished = { ...bid, content: withTerms(bid.content, answer?.terms ?? terms) }
  const [before, after] = [bid, wished].map((each) => ownPriceOf(needs.termsOf(need), bidTermsOf(each, proofs), candidates, me))
  const firms = before!.prices.find((price) => price.isNow)?.firms ?? candidates.length
  return { ownPrice: { firms, beforeMinor: before!.share?.shareMinor ?? null, afterMinor: after!.share?.shareMinor ?? null } }
}
