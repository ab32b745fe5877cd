import type { similarNeeds, SimilarNeed } from '@mutuo/shared/needs/finding.schema.ts'
import type { z } from 'zod'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import type { AlikeNeed } from './find-similar-needs.ts'
import { presentNeeds } from './need-card.view.ts'
import { mayJoin } from './need.policy.ts'
import type { ComparedNeed } from './need.store.ts'

/** Each as its card in the list, with how far it is from `near`, why it is like the reader's and whether "moi aussi" is open to them. */
export const presentSimilarNeeds = async (
  alike: readonly AlikeNeed[],
  viewer: Viewer,
  now: Date,
  near: string | undefined,
): Promise<z.input<typeof similarNeeds>> => {
  const items = alike.map(({ need }) => need)
  const [page, joins] = await Promise.all([
    presentNeeds({ items, nextCursor: null, total: null, near }, viewer),
    joinsOf(items, viewer, now),
  ])
  return {
    items: alike.map(({ need, likeness }, at): SimilarNeed => ({
      card: page.items[at]!,
      reasons: likeness.reasons,
      sharedSkills: likeness.sharedSkills as SimilarNeed['sharedSkills'],
      startsOn: need.content.startsOn,
      lots: {
        common: need.content.lots.filter(({ kind }) => kind === 'common').length,
        own: need.content.lots.filter(({ kind }) => kind === 'own').length,
      },
      join: joins.get(need._id)!,
    })),
  }
}

const joinsOf = async (items: readonly ComparedNeed[], viewer: Viewer, now: Date): Promise<Map<string, SimilarNeed['join']>> => {
  const groupIds = [...new Set(items.map(({ groupId }) => groupId))]
  const [known, memberships] = await Promise.all([
    groups.many(groupIds),
    Promise.all(groupIds.map((groupId) => groups.membershipOf(viewer, groupId))),
  ])
  return new Map(
    items.map((need) => {
      const membership = memberships[groupIds.indexOf(need.groupId)] ?? null
      const decision = mayJoin(viewer, need, membership, known.get(need.groupId)?.state === 'frozen', now)
      return [need._id, decision.allowed ? { allowed: true } : { allowed: false, reason: decision.reason }]
    }),
  )
}
