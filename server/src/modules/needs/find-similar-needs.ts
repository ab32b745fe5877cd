import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { findSimilarNeeds as endpoint } from '@mutuo/shared/needs/finding.endpoints.ts'
import { rankAlike, type Comparable, type Likeness } from '@mutuo/shared/needs/similarity.rules.ts'
import { stemOf, tellingWords } from '@mutuo/shared/text/telling-words.ts'
import { distanceKm } from '../../data/commune-distances.ts'
import { areasOf, communeOf } from '../../data/communes.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { audiencesOf } from './audiences.ts'
import { areasWithin } from './nearness.ts'
import { needStore, type ComparedNeed, type NeedFilter } from './need.store.ts'

export type AlikeNeed = { need: ComparedNeed; likeness: Likeness }

const MOST = 5
/** The first to close in the group, and as many nearby: beyond that nobody reads. */
const COMPARED = 60
/** From here on a neighbour is none. */
const NEIGHBOUR_KM = 40

/**
 * What others of the group and nearby want already, before the same need is posted twice: the most alike first. Only what can still be joined, and what
 * the viewer may know of. @throws COMMUNE_UNKNOWN
 */
export const findSimilarNeeds = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<AlikeNeed[]> => {
  const { title, skills, communeCode, groupId, exceptNeedId } = input
  if (communeCode && !communeOf(communeCode)) throw new DomainError('COMMUNE_UNKNOWN')
  const sought = { title, skills, groupId: groupId ?? null, areas: communeCode ? areasOf(communeCode) : [] }
  const wanted = wantedFilter(sought)
  if (!wanted) return []
  const open: NeedFilter = { state: 'gathering', closesAt: { $gte: now }, audience: { $in: await audiencesOf(viewer) }, ...wanted }
  const found = await Promise.all([
    groupId ? needStore.compared({ groupId, ...open }, COMPARED) : [],
    communeCode ? needStore.compared({ areas: { $in: areasWithin(communeCode, NEIGHBOUR_KM) }, ...open }, COMPARED) : [],
  ])
  const each = new Map(found.flat().map((need) => [need._id, need]))
  if (exceptNeedId) each.delete(exceptNeedId)
  const comparable = [...each.values()].map((need) => ({
    ...comparableOf(need),
    distanceKm: communeCode ? distanceKm(communeCode, need.content.communeCode) : undefined,
    need,
  }))
  return rankAlike(sought, comparable, MOST).map(({ need: { need }, likeness }) => ({ need, likeness }))
}

/** Something must be wanted twice: a skill, or a word of the title. */
const wantedFilter = ({ title, skills }: Comparable): NeedFilter | null => {
  const stems = tellingWords(title).map(stemOf)
  const either = [
    ...(skills.length > 0 ? [{ skills: { $in: [...skills] } }] : []),
    ...(stems.length > 0 ? [{ searchTokens: { $in: stems } }] : []),
  ]
  return either.length > 0 ? { $or: either } : null
}

const comparableOf = ({ _id, groupId, content, areas, closesAt }: ComparedNeed) => ({
  id: _id,
  groupId,
  title: content.title,
  skills: content.skills,
  areas,
  closesAt,
})
