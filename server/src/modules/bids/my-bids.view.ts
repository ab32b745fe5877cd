import type { listMyBids as endpoint } from '@mutuo/shared/bids/bid.endpoints.ts'
import type { OutputOf } from '@mutuo/shared/http/endpoint.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { bidTotalOf, comparedFirms } from '@mutuo/shared/pledges/bid-price.rules.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { bidStore } from './bid.store.ts'

const MOST = 200

/** A freelancer's own bids, the latest first. @throws FREELANCER_ONLY */
export const listMyBids = async ({ viewer }: Call<typeof endpoint>): Promise<OutputOf<typeof endpoint>> => {
  if (viewer.organisationKind !== 'freelancer') throw new DomainError('FREELANCER_ONLY')
  const bids = await bidStore.ofFreelancer(organisationOf(viewer), MOST)
  const found = await needs.many([...new Set(bids.map((bid) => bid.needId))])
  const groupOf = await groups.many(found.map((need) => need.groupId))
  const needOf = new Map(found.map((need) => [need._id, need]))
  return {
    items: bids.flatMap((bid) => {
      const need = needOf.get(bid.needId)
      if (!need) return []
      const terms = needs.termsOf(need)
      const firms = Math.max(comparedFirms(terms, need.firms), bid.content.tiers[0]!.minFirms)
      const closesAt = need.closesAt.toISOString()
      const groupName = groupOf.get(need.groupId)?.name ?? ''
      const totalMinor = bidTotalOf(terms, bid.content, firms) ?? 0
      return [{ id: bid._id, needId: need._id, needTitle: need.content.title, groupName, state: bid.state, totalMinor, firms, closesAt }]
    }),
  }
}
