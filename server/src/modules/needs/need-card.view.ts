import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import type { z } from 'zod'
import type { needPage } from '@mutuo/shared/needs/need.schema.ts'
import { distanceKm } from '../../data/commune-distances.ts'
import { communeOf } from '../../data/communes.ts'
import type { Visitor } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import type { FoundNeeds } from './discover-needs.ts'
import { markIn } from './need.view.ts'
import { participation, work } from './participation.ts'

const MOST_MARKS = 8

/** A page of cards: one question for each kind of neighbour, however many cards. */
export const presentNeeds = async ({ items, nextCursor, total, near }: FoundNeeds, viewer: Visitor): Promise<z.input<typeof needPage>> => {
  const [groupOf, facts, inMission] = await Promise.all([
    groups.many(items.map((need) => need.groupId)),
    participation().ofCards(items, viewer),
    work().firmIdsOf(items.flatMap(({ missionId }) => missionId ?? [])),
  ])
  const factsOf = (needId: string) => {
    const known = facts.get(needId)
    if (!known) throw new Error(`no participation facts for need ${needId}`)
    return known
  }
  const shownFirms = ({ _id, missionId }: FoundNeeds['items'][number]) =>
    ((missionId && inMission.get(missionId)) || factsOf(_id).firmIds).slice(0, MOST_MARKS)
  const marks = await organisations.marksOf([...new Set(items.flatMap(shownFirms))])
  const cards = items.map((need): NeedCard => {
    const { firmIds: _, ...card } = factsOf(need._id)
    const km = near === undefined ? undefined : distanceKm(near, need.content.communeCode)
    return {
      id: need._id,
      state: need.state,
      title: need.content.title,
      skills: need.content.skills,
      group: { id: need.groupId, name: groupOf.get(need.groupId)?.name ?? '' },
      commune: communeOf(need.content.communeCode)?.name ?? '',
      communeCode: need.content.communeCode,
      ...(km !== undefined && { distanceKm: km }),
      closesAt: need.closesAt.toISOString(),
      marks: shownFirms(need).map((firmId) => markIn(marks, firmId)),
      bidCount: need.bidCount,
      ...card,
    }
  })
  return { items: cards, ...(nextCursor && { nextCursor }), ...(total !== null && { total }) }
}
