import { mayRead } from '@mutuo/shared/audiences/audiences.ts'
import { knownBids } from '@mutuo/shared/bids/bid.process.ts'
import { areBidsOpen, areBidsSealed, areTermsOpen } from '@mutuo/shared/needs/need.rules.ts'
import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { NeedRecord } from '../needs/index.ts'
import type { BidRecord } from './bid.model.ts'

export const isAuthor = (viewer: Viewer, bid: BidRecord): boolean => viewer.organisationId === bid.freelancerId

/** Its author always; the group once it is submitted; a rival never. */
export const maySeeBid = (viewer: Viewer, bid: BidRecord, isInside: boolean): boolean => {
  if (isAuthor(viewer, bid)) return mayRead('bid.existence', ['own'])
  return mayRead('bid.existence', [isInside ? 'firm' : 'outsider']) && knownBids.includes(bid.state)
}

/** Whether the letter, the price and the dates of a bid that the viewer knows of are still shut: nobody inside the group opens them before the others. */
export const isSealedFor = (viewer: Viewer, bid: BidRecord, need: NeedRecord): boolean =>
  !mayRead('bid.content', [isAuthor(viewer, bid) ? 'own' : 'firm'], { unsealed: !areBidsSealed(need) })

/** The author, by its owner, until bids close. */
export const mayChangeBid = (viewer: Viewer, need: NeedRecord, now: Date) => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return areBidsOpen(need, now) ? yes : no('BIDS_CLOSED')
}

/** The firm that leads keeps some in sight, once they can be read. */
export const mayShortlist = (viewer: Viewer, need: NeedRecord) => {
  if (viewer.organisationId !== need.leaderId) return no('LEADER_ONLY')
  return areBidsSealed(need) ? no('STALE_STATE') : yes
}

/** The firm that leads asks for other terms, by its owner, in the group's name: while bids are open and can be read. */
export const mayNegotiate = (viewer: Viewer, need: NeedRecord, now: Date) => {
  if (viewer.organisationId !== need.leaderId) return no('LEADER_ONLY')
  if (viewer.role !== 'owner' && viewer.organisationId !== need.associationId) return no('OWNER_ONLY')
  if (areBidsSealed(need)) return no('BIDS_SEALED')
  return areTermsOpen(need, now) ? yes : no('BIDS_CLOSED')
}

/** Its author alone says yes or no to other terms. */
export const mayAnswerTerms = (viewer: Viewer, bid: BidRecord, need: NeedRecord, now: Date) => {
  if (!isAuthor(viewer, bid)) return no('FORBIDDEN')
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return areTermsOpen(need, now) ? yes : no('BIDS_CLOSED')
}
