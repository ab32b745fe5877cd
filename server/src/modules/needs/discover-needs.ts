import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { listNeeds as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedState } from '@mutuo/shared/needs/need.schema.ts'
import { communeOf } from '../../data/communes.ts'
import { searchedTokens } from '../../data/fold.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import type { KeysetPage } from '../../platform/mongo/keyset-page.ts'
import { audiencesOf } from './audiences.ts'
import { areasWithin, ringsAround } from './nearness.ts'
import { needStore, type ListedNeed, type NeedFilter, type Page } from './need.store.ts'
import { bidders, participation } from './participation.ts'
import { startOfParisDay } from './paris-day.ts'

type Asked = Call<typeof endpoint>['input']
/** `near`: the commune from which distances are told. */
export type FoundNeeds = KeysetPage<ListedNeed> & { total: number | null; near?: string | undefined }

const PUBLISHED: NeedState[] = ['gathering', 'bidding', 'negotiating', 'voting', 'awarded', 'done']
/** A participant's own needs are few; beyond that the list is not a list any more. */
const MOST_OWN = 200

/** The needs that the viewer may know of, by what it looks for. @throws COMMUNE_UNKNOWN, INVALID_CURSOR */
export const discoverNeeds = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<FoundNeeds> => {
  if (input.near && !communeOf(input.near)) throw new DomainError('COMMUNE_UNKNOWN')
  const filter = await filterOf(viewer, input, now)
  const [page, total] = await Promise.all([pageOf(filter, input), input.cursor ? null : needStore.count(filter)])
  return { ...page, total, near: input.near }
}

const filterOf = async (viewer: Visitor, input: Asked, now: Date): Promise<NeedFilter> => {
  const words = input.q ? searchedTokens(input.q) : []
  const areas = input.near && input.km ? areasWithin(input.near, input.km) : null
  const closesAt = {
    ...(isOpenList(input) && { $gte: now }),
    ...(input.closesBefore && { $lt: startOfParisDay(input.closesBefore) }),
  }
  return {
    ...(await audienceFilter(viewer, input)),
    ...(words.length > 0 && { searchTokens: { $all: words } }),
    ...(input.skill && { skills: input.skill }),
    ...(areas && { areas: { $in: areas } }),
    ...(input.groupId && { groupId: input.groupId }),
    ...(Object.keys(closesAt).length > 0 && { closesAt }),
  }
}

const isOpenList = ({ state, groupId }: Asked) => state === 'open' || (state === undefined && groupId === undefined)

const audienceFilter = async (viewer: Visitor, input: Asked): Promise<NeedFilter> => {
  if (input.state === 'mine') return mineOf(viewer)
  const state = { $in: statesOf(viewer, input) }
  return viewer?.isAdmin ? { state } : { audience: { $in: await audiencesOf(viewer) }, state }
}

/** Firms look for what they can still join; freelancers and associations also for what is out to bid. */
const statesOf = (viewer: Visitor, input: Asked): NeedState[] => {
  if (isOpenList(input))
    return viewer?.organisationKind === 'freelancer' || viewer?.organisationKind === 'association'
      ? ['gathering', 'bidding']
      : ['gathering']
  return input.state === undefined || input.state === 'open' || input.state === 'mine' ? PUBLISHED : [input.state]
}

/** Those that the viewer's organisation leads or takes part in, whatever became of them. */
const mineOf = async (viewer: Visitor): Promise<NeedFilter> => {
  const organisationId = viewer?.organisationId
  if (!viewer || !organisationId) return { _id: { $in: [] } }
  const led = { leaderId: organisationId }
  if (viewer.organisationKind === 'association') return { associationId: organisationId, audience: `organisation:${organisationId}` }
  if (viewer.organisationKind === 'freelancer') return { _id: { $in: await bidders().needIdsOf(organisationId, MOST_OWN) } }
  return { $or: [led, { _id: { $in: await participation().needIdsOf(organisationId, MOST_OWN) } }] }
}

const pageOf = (filter: NeedFilter, { sort, near, limit, cursor }: Asked): Promise<KeysetPage<ListedNeed>> => {
  if (sort === 'nearest' && near) return nearestFirst(filter, near, { limit, cursor })
  const order = sort === 'newest' ? newest : sort === 'nearly_funded' ? nearlyFunded : closing
  return needStore.page(filter, { ...order, limit, cursor })
}

const closing = { sortKey: 'closesAt', direction: 'asc' } as const
const newest = { sortKey: 'listedAt', direction: 'desc' } as const
const nearlyFunded = { sortKey: 'firmsMissing', direction: 'asc' } as const

/** One ring after the other, from the commune itself outwards; within a ring by closing date. The cursor names the ring. */
const nearestFirst = async (
  filter: NeedFilter,
  near: string,
  { limit, cursor }: Pick<Page, 'limit' | 'cursor'>,
): Promise<KeysetPage<ListedNeed>> => {
  const rings = ringsAround(near)
  const [start = '0', within = ''] = cursor?.split('.', 2) ?? []
  const items: ListedNeed[] = []
  for (let ring = ringOf(start, rings.length); ring < rings.length; ring += 1) {
    const inner = ring === Number(start) && within !== '' ? within : null
    const page = await needStore.page({ $and: [filter, rings[ring]!] }, { ...closing, limit: limit - items.length, cursor: inner })
    items.push(...page.items)
    if (page.nextCursor) return { items, nextCursor: `${ring}.${page.nextCursor}` }
    if (items.length === limit) return { items, nextCursor: ring + 1 < rings.length ? `${ring + 1}.` : null }
  }
  return { items, nextCursor: null }
}

const ringOf = (start: string, count: number): number => {
  const ring = /^\d$/.test(start) ? Number(start) : count
  if (ring >= count) throw new DomainError('INVALID_CURSOR')
  return ring
}
