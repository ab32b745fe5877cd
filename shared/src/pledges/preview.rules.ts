import { ownPriceCurve } from '../bids/price-curve.ts'
import { mostMinorOf } from '../bids/pricing.ts'
import { STANDARD_VAT_BP, withVat } from '../money/vat.ts'
import type { NeedTerms } from '../needs/need.schema.ts'
import { byTimeOfPledge, withoutExclusions, type Candidate, type Offer } from './candidate.ts'
import { coalitionOf, outlookOf, type BlockReason, type Coalition } from './coalition.ts'
import { shownPricingOf } from './need-offer.ts'
import { openSharesOf } from './participation.rules.ts'
import { requirableProof, type PledgePreview } from './pledge.schema.ts'

/** Rows of the outlook after today's: three, or as many as the firm's own number asks for. */
const LEAST_ROWS = 3
const MOST_ROWS = 8

/**
 * What a pledge would do today among the others, and as more firms come: a question, which changes nothing. Nobody else's exclusions count in it. The
 * firm's own ones do as soon as a firm that it excludes has joined, in or not: whether another firm's conditions hold is not the asker's to learn.
 */
export const previewOf = (need: NeedTerms, offer: Offer, others: readonly Candidate[], me: Candidate): PledgePreview => {
  const candidates = withoutExclusions([...others.filter((other) => other.firmId !== me.firmId), me]).sort(byTimeOfPledge)
  const unwanted = candidates.map((one) => one.firmId).filter((firmId) => me.conditions.excludedFirmIds?.includes(firmId))
  const withMe = coalitionOf(offer, candidates)
  const isAtOdds = unwanted.length > 0
  const { members } = isAtOdds ? coalitionOf(offer, candidates.filter(isAnother(me))) : withMe
  const firmsJoined = candidates.length
  const estimatedFirms = Math.max(firmsJoined, need.minFirms, me.conditions.minFirms ?? 0)
  const estimatedShareMinor = estimateOf(need, offer, candidates, me, estimatedFirms)
  const atMost = withVat(me.capMinor, { rateBp: STANDARD_VAT_BP })
  return {
    estimatedShareMinor,
    estimatedFirms,
    marginMinor: Math.max(0, mostMinorOf(me) - estimatedShareMinor),
    atMostGrossMinor: atMost.grossMinor,
    atMostVatMinor: atMost.vatMinor,
    comesInNow: members.includes(me.firmId),
    firmsIn: members.length,
    firmsJoined,
    unblockedBy: [...(isAtOdds ? [{ code: 'EXCLUDED_FIRM_IN' as const, firmIds: unwanted }] : []), ...unblockingOf(withMe, me.firmId)],
    points: pointsOf(need, offer, candidates, me, estimatedFirms - firmsJoined).map((point) => ({
      ...point,
      comesIn: point.comesIn && !isAtOdds,
    })),
  }
}

const isAnother = (me: Candidate) => (candidate: Candidate) => candidate.firmId !== me.firmId

/** With newcomers as ordinary as the firms that are there; by the keys alone where the caps do not reach the price yet. */
const estimateOf = (need: NeedTerms, offer: Offer, candidates: readonly Candidate[], me: Candidate, firms: number): number => {
  const { pricing, seed = '' } = offer
  const [point] = ownPriceCurve({ pricing, firms: candidates, firmId: me.firmId, from: firms, upTo: firms, seed })
  return point?.shareMinor ?? openShareOf(need, offer, candidates, me, firms)
}

const openShareOf = (need: NeedTerms, offer: Offer, candidates: readonly Candidate[], me: Candidate, firms: number): number =>
  openSharesOf(shownPricingOf(need, offer), candidates, firms)?.get(me.firmId) ?? mostMinorOf(me)

const pointsOf = (
  need: NeedTerms,
  offer: Offer,
  candidates: readonly Candidate[],
  me: Candidate,
  missing: number,
): PledgePreview['points'] =>
  outlookOf(offer, candidates, me.firmId, Math.min(MOST_ROWS, Math.max(LEAST_ROWS, missing + 1))).map(
    ({ shareMinor, comesIn, isNow }, more) => {
      const firms = candidates.length + more
      // Who stays out reads the price of that number, as the way in beside it says, not the one of the few who come in today.
      const myShareMinor = comesIn
        ? (shareMinor ?? openShareOf(need, offer, candidates, me, firms))
        : estimateOf(need, offer, candidates, me, firms)
      return { firms, myShareMinor, comesIn, isNow }
    },
  )

const unblockingOf = ({ blocked }: Coalition, firmId: string): PledgePreview['unblockedBy'] =>
  (blocked.find((one) => one.firmId === firmId)?.reasons ?? []).flatMap(shownReason)

const shownReason = (reason: BlockReason): PledgePreview['unblockedBy'] => {
  if (reason.code === 'FIRMS_MISSING') return [{ code: 'FIRMS_MISSING', firms: reason.count }]
  if (reason.code === 'PRICE_TOO_HIGH' || reason.code === 'STARTS_TOO_LATE') return [reason]
  if (reason.code === 'PROOF_MISSING') return [{ code: 'PROOF_MISSING', proofs: requirableProof.options.filter(isIn(reason.proofs)) }]
  return reason.code === 'CAPS_TOO_LOW' ? [{ code: 'CAPS_TOO_LOW' }] : []
}

const isIn = (list: readonly string[]) => (one: string) => list.includes(one)
