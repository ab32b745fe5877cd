import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import type { FirmShare } from '@mutuo/shared/bids/firm-shares.ts'
import { vatTreatment, withVat } from '@mutuo/shared/money/vat.ts'
import { ownPriceOf } from '@mutuo/shared/pledges/bid-price.rules.ts'
import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import type { BidFacts } from './bid-facts.ts'
import { bidTermsOf } from './bid-terms.ts'
import type { BidRecord } from './bid.model.ts'

/** What this bid costs the viewer's firm, and where that comes from. Which of all is the cheapest is said when all are known. */
export const ownPriceView = (
  bid: BidRecord,
  me: Candidate,
  { need, candidates, freelancers, proofs, firm, myCapMinor }: BidFacts,
): NonNullable<BidView['mine']> => {
  const { prices, share } = ownPriceOf(needs.termsOf(need), bidTermsOf(bid, proofs), candidates, me)
  const supplier = organisations.asSupplier(freelancers.get(bid.freelancerId))
  const { vatMinor, grossMinor } = withVat(share?.shareMinor ?? 0, vatTreatment(supplier, organisations.asBuyer(firm ?? undefined)))
  const titles = new Map(need.content.lots.map((lot) => [lot.id, lot.title]))
  return {
    prices: prices.map(({ firms, shareMinor, isNow, isAtCap }) => ({ firms, shareMinor, isNow, isAtCap })),
    ...(myCapMinor !== null && { capMinor: myCapMinor }),
    ...(share && isHeldByCap(share) && !isByPledge(need) && { byKeyMinor: share.byKeyMinor }),
    vatMinor,
    grossMinor,
    parts: [...(share?.lots ?? [])].flatMap(([lotId, amountMinor]) => {
      const title = titles.get(lotId)
      return title !== undefined && amountMinor > 0 ? [{ lotId, title, amountMinor }] : []
    }),
    isCheapestForMe: false,
  }
}

const isHeldByCap = ({ isAtCap, byKeyMinor, shareMinor }: FirmShare): boolean => isAtCap && byKeyMinor > shareMinor

/** What such a key alone gives would tell the others' caps. */
const isByPledge = ({ content }: BidFacts['need']): boolean =>
  content.lots.some((lot) => lot.kind === 'common' && lot.shareKey === 'pledge')
