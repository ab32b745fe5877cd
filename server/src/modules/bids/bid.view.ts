import { bidProcess, countedBids, knownBids } from '@mutuo/shared/bids/bid.process.ts'
import type { BidComparison, BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { areBidsSealed, voteOpensAt } from '@mutuo/shared/needs/need.rules.ts'
import { shownRating } from '@mutuo/shared/organisations/rating.rules.ts'
import { bidOfferOf } from '@mutuo/shared/pledges/need-offer.ts'
import { curveOf } from '@mutuo/shared/pledges/participation.rules.ts'
import { bidTotalOf, comparedFirms, milestoneAmountsOf } from '@mutuo/shared/pledges/bid-price.rules.ts'
import { abilitiesOf, abilityOf } from '../../platform/access/abilities.ts'
import { no } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { badgesOf, cheapestForMe } from './badges.ts'
import { factsOf, type BidFacts } from './bid-facts.ts'
import type { BidRecord } from './bid.model.ts'
import { isAuthor, isSealedFor, mayChangeBid, mayNegotiate, mayShortlist } from './bid.policy.ts'
import { bidStore } from './bid.store.ts'
import { negotiatedParts, negotiationOf, type Negotiation } from './counter-offer.view.ts'
import { ownPriceView } from './own-price.view.ts'

type Shown = { bid: BidRecord; need: NeedRecord }
type Reading = { facts: BidFacts; viewer: Viewer; now: Date; isPayable: boolean; negotiation: Negotiation }

/** One bid, with its place among those that the viewer may compare it with. */
export const presentBid = async ({ bid, need }: Shown, viewer: Viewer, now: Date): Promise<BidView> => {
  const rivals = isAuthor(viewer, bid) ? [] : (await bidStore.ofNeeds([need._id], knownBids)).filter((other) => other._id !== bid._id)
  const facts = await factsOf(need, [bid, ...rivals], viewer, now)
  const [payout, negotiation] = await Promise.all([
    isAuthor(viewer, bid) && bid.state === 'draft' ? organisations.payoutOf(bid.freelancerId) : null,
    negotiationOf(need, [bid]),
  ])
  return viewsOf([bid, ...rivals], { facts, viewer, now, isPayable: payout?.status === 'active', negotiation })[0]!
}

/** Bids side by side: the group reads all that are out, a freelancer its own. */
export const compareBids = async (need: NeedRecord, viewer: Viewer, now: Date): Promise<BidComparison> => {
  const isInside = await needs.isInside(viewer, need)
  const bids = isInside
    ? await bidStore.ofNeeds([need._id], knownBids)
    : await bidStore.ofFreelancerIn(viewer.organisationId ?? '', need._id)
  const [facts, negotiation, withdrawn, payout, isVoteReader] = await Promise.all([
    factsOf(need, bids, viewer, now),
    negotiationOf(need, bids),
    isInside ? withdrawnView(need) : [],
    viewer.organisationKind === 'freelancer' && viewer.organisationId ? organisations.payoutOf(viewer.organisationId) : null,
    needs.readsBallot(viewer, need),
  ])
  return {
    needId: need._id,
    needTitle: need.content.title,
    needState: need.state,
    firms: comparedFirms(needs.termsOf(need), facts.candidates.length),
    bidsCloseAt: need.content.bidsCloseAt.toISOString(),
    voteOpensAt: voteOpensAt(need.content).toISOString(),
    voteClosesAt: need.content.voteClosesAt.toISOString(),
    areSealed: areBidsSealed(need),
    items: viewsOf(bids, { facts, viewer, now, isPayable: payout?.status === 'active', negotiation }),
    withdrawn,
    ...(isVoteReader && need.ballotId && { ballotId: need.ballotId }),
  }
}

/** The group had them and has them no more: it is told why. */
const withdrawnView = async (need: NeedRecord): Promise<BidComparison['withdrawn']> => {
  const gone = (await bidStore.ofNeeds([need._id], ['withdrawn'])).filter((bid) => bid.submittedAt !== null)
  const marks = await organisations.marksOf(gone.map((bid) => bid.freelancerId))
  return gone.map((bid) => ({ freelancer: marks.get(bid.freelancerId)!, reason: bid.withdrawnBecause ?? '' }))
}

const viewsOf = (bids: readonly BidRecord[], reading: Reading): BidView[] => {
  const views = bids.map((bid) => viewOf(bid, reading))
  const badges = badgesOf(views)
  const cheapest = cheapestForMe(views)
  return views.map((view) => ({
    ...view,
    badges: badges.get(view.id) ?? [],
    ...(view.mine && { mine: { ...view.mine, isCheapestForMe: cheapest.has(view.id) } }),
  }))
}

const viewOf = (bid: BidRecord, reading: Reading): BidView => {
  const { facts, viewer, now, negotiation } = reading
  const { need } = facts
  const isSealed = areBidsSealed(need)
  return {
    id: bid._id,
    version: bid.version,
    needId: need._id,
    needTitle: need.content.title,
    state: bid.state,
    freelancer: freelancerOf(bid, facts),
    isSealed,
    ...(bid.submittedAt && { submittedAt: bid.submittedAt.toISOString() }),
    ...(!isSealedFor(viewer, bid, need) && { ...openPartsOf(bid, facts), ...negotiatedParts(bid, negotiation, facts, viewer, now) }),
    badges: [],
    ...((facts.isInside || isAuthor(viewer, bid)) && { questions: facts.questions.get(bid.freelancerId) ?? { asked: 0, answered: 0 } }),
    abilities: abilitiesIn(bid, reading),
  }
}

/** What is read once the bid is open to the viewer. */
const openPartsOf = (bid: BidRecord, facts: BidFacts) => {
  const { need, candidates, me } = facts
  const terms = needs.termsOf(need)
  const firms = comparedFirms(terms, candidates.length)
  const totalMinor = bidTotalOf(terms, bid.content, firms)
  const visitor = me ?? { firmId: 'visitor', capMinor: 0 }
  return {
    content: bid.content,
    ...(totalMinor !== null && { totalMinor, milestoneAmountsMinor: milestoneAmountsOf(terms, bid.content, firms) }),
    curve: curveOf(terms, bidOfferOf(terms, bid.content), 'bid', candidates, visitor).points,
    ...(me && { mine: ownPriceView(bid, me, facts) }),
  }
}

const freelancerOf = ({ freelancerId }: BidRecord, { freelancers, marks, proofs }: BidFacts): BidView['freelancer'] => {
  const [profile, mark] = [freelancers.get(freelancerId), marks.get(freelancerId)]
  if (!profile || !mark) throw new Error(`no organisation ${freelancerId}`)
  const rating = shownRating(profile.rating)
  return {
    ...mark,
    ...(profile.headline !== null && { headline: profile.headline }),
    proofs: proofs.get(freelancerId) ?? [],
    ...(profile.dayRateMinor !== null && { dayRateMinor: profile.dayRateMinor }),
    vatStatus: profile.vatStatus,
    ...(rating && { rating }),
  }
}

const abilitiesIn = (bid: BidRecord, { facts: { need }, viewer, now, isPayable, negotiation }: Reading): BidView['abilities'] => {
  const isAsked = negotiation.open.has(bid._id)
  if (isAuthor(viewer, bid)) {
    const change = mayChangeBid(viewer, need, now)
    return abilitiesOf(bidProcess, bid.state, 'freelancer', {
      edit: change,
      submit: change.allowed && !isPayable ? no('PAYOUT_ACCOUNT_MISSING') : change,
      withdraw: change,
    })
  }
  if (viewer.organisationId !== need.leaderId || areBidsSealed(need)) return []
  return [
    ...abilitiesOf(bidProcess, bid.state, 'leader', { shortlist: mayShortlist(viewer, need), unshortlist: mayShortlist(viewer, need) }),
    ...(countedBids.includes(bid.state)
      ? [abilityOf('counter', isAsked ? no('COUNTER_OFFER_OPEN') : mayNegotiate(viewer, need, now))]
      : []),
  ]
}
