import { newcomers } from '@mutuo/shared/bids/price-curve.ts'
import type { PricedFirm } from '@mutuo/shared/bids/pricing.ts'
import type { NeedTerms } from '@mutuo/shared/needs/need.schema.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { basisOf, shownPricingOf } from '@mutuo/shared/pledges/need-offer.ts'
import { curveOf, fundingOf, hintsOf, pointOf, shownCoalitionOf, standingOf } from '@mutuo/shared/pledges/participation.rules.ts'
import { isMeasured } from '@mutuo/shared/pledges/weighing.rules.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import { byNeed, needs, type CardFacts, type ListedNeed, type NeedFacts, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { BOUND, candidateOf, offerOfToday, openBidsOf, withoutSuspended } from './candidates.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

const isBound = (pledge: PledgeRecord) => BOUND.includes(pledge.state)

/** A need's tour de table for its page; outside the group a firm is there or not, nothing more. */
export const participationOfNeed = async (need: NeedRecord, viewer: Visitor, seesFirms: boolean): Promise<NeedFacts> => {
  const live = await pledgeStore.ofNeeds([need._id], LIVE)
  const pledges = await withoutSuspended(live)
  const candidates = pledges.filter(isBound).map(candidateOf)
  const terms = needs.termsOf(need)
  const [{ offer, basis }, visitor] = await Promise.all([offerOfToday(need, candidates), visitorOf(viewer)])
  const own = live.find((pledge) => pledge.firmId === viewer?.organisationId)
  const shown = pledges.filter((pledge) => seesFirms || isBound(pledge))
  return {
    funding: fundingOf(terms, need),
    curve: curveOf(terms, offer, basis, candidates, own ? candidateOf(own) : weighedIn(terms, visitor, candidates)),
    firms: shown.map((pledge) => ({
      firmId: pledge.firmId,
      units: pledge.units,
      standing:
        seesFirms && isBound(pledge)
          ? standingOf(terms, offer, candidateOf(pledge), candidates)
          : isBound(pledge)
            ? 'engaged'
            : 'interested',
    })),
    hints: hintsOf(shownCoalitionOf(offer, candidates), candidates),
    myPledgeId: own?._id ?? null,
  }
}

/** The same for a page of cards: one question for all pledges, one for all open bids. */
export const participationOfCards = async (listed: readonly ListedNeed[], viewer: Visitor): Promise<Map<string, CardFacts>> => {
  const ids = listed.map((need) => need._id)
  const [pledges, bids, visitor] = await Promise.all([pledgeStore.ofNeeds(ids, LIVE), openBidsOf(listed), visitorOf(viewer)])
  const ofNeed = byNeed(pledges)
  return new Map(
    listed.map((need) => {
      const own = ofNeed.get(need._id)?.find((pledge) => pledge.firmId === viewer?.organisationId)
      const candidates = (ofNeed.get(need._id) ?? []).filter(isBound).map(candidateOf)
      const share = cardShareOf(
        need,
        bids.get(need._id) ?? [],
        candidates,
        own ? candidateOf(own) : weighedIn(needs.termsOf(need), visitor, candidates),
      )
      return [
        need._id,
        {
          funding: fundingOf(needs.termsOf(need), need),
          firmIds: candidates.map((candidate) => candidate.firmId),
          ...share,
          isParticipating: own !== undefined,
        },
      ]
    }),
  )
}

/** With the viewer among them, and never fewer than the mission needs. */
const cardShareOf = (need: ListedNeed, bids: Parameters<typeof basisOf>[1], candidates: readonly Candidate[], me: PricedFirm) => {
  const terms = needs.termsOf(need)
  const isIn = candidates.some((candidate) => candidate.firmId === me.firmId)
  const myShareFirms = Math.max(candidates.length + (isIn ? 0 : 1), terms.minFirms)
  const { offer } = basisOf(terms, bids, candidates)
  return { myShareFirms, myShareMinor: pointOf(shownPricingOf(terms, offer), candidates, me, myShareFirms)?.myShareMinor ?? 0 }
}

/** Who has not said yet what it weighs counts as an ordinary one of those who have. */
export const weighedIn = (need: NeedTerms, visitor: PricedFirm, firms: readonly Candidate[]): PricedFirm =>
  isMeasured(need) ? { ...visitor, weight: newcomers(firms, 1)[0]?.weight ?? 1 } : visitor

/** Who looks, as a firm that would join: its own shops, or one. */
export const visitorOf = async (viewer: Visitor): Promise<PricedFirm> => {
  const firm = viewer?.organisationKind === 'sme' && viewer.organisationId ? await organisations.find(viewer.organisationId) : null
  return { firmId: firm?._id ?? 'visitor', capMinor: 0, units: firm?.units ?? 1, weight: Math.max(1, firm?.headcount ?? 1) }
}
