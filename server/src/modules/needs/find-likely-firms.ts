import type { findLikelyFirms as endpoint } from '@mutuo/shared/needs/finding.endpoints.ts'
import { likelyFirmsOf, type LikelyFirm, type Neighbour, type PastWish } from '@mutuo/shared/needs/likely-firm.rules.ts'
import { isGathering } from '@mutuo/shared/needs/need.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { organisations, type OrganisationRecord } from '../organisations/index.ts'
import { findNeed } from './find-need.ts'
import { invitationStore } from './invitation.store.ts'
import type { NeedRecord } from './need.model.ts'
import { maySeekFirms } from './need.policy.ts'
import { wasPublished } from './listing.ts'
import { needStore } from './need.store.ts'
import { participation } from './participation.ts'

export type FoundFirm = LikelyFirm & { isInvited: boolean }

const MOST = 10
const PAST_NEEDS = 100

/**
 * The firms of the group that could share a need, with what their neighbours know of them: trade, street, and what they looked for among the members.
 * What a firm prepares alone, promises or pays stays its own. @throws NOT_FOUND, LEADER_ONLY
 */
export const findLikelyFirms = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<FoundFirm[]> => {
  const need = await findNeed(viewer, input.needId)
  allow(maySeekFirms(viewer, need))
  if (!isGathering(need, now)) return []
  const [members, joiners, invited, wishes] = await Promise.all([
    groups.activeFirmIds(need.groupId),
    participation().joinersOf([need._id]),
    invitationStore.firmIdsOf(need._id),
    pastWishes(need),
  ])
  const joined = new Set(joiners.map(({ firmId }) => firmId))
  const others = members.filter((firmId) => firmId !== need.leaderId && !joined.has(firmId))
  const known = await organisations.many([need.leaderId, ...others])
  const neighbours = [...known.values()].map(neighbourOf)
  const me = neighbours.find(({ firmId }) => firmId === need.leaderId)
  if (!me) return []
  const likely = likelyFirmsOf({ me, others: neighbours, wishes, skills: need.skills }, now, MOST)
  return likely.map((firm) => ({ ...firm, isInvited: invited.has(firm.firmId) }))
}

const neighbourOf = ({ _id, activity, address }: OrganisationRecord): Neighbour => ({
  firmId: _id,
  activity: activity?.code ?? null,
  street: address.street,
  communeCode: address.communeCode,
})

/** Needs that were published among the members: who led them, and who joined. */
const pastWishes = async (need: NeedRecord): Promise<PastWish[]> => {
  const found = await needStore.pastOfGroup(need.groupId, need.skills, PAST_NEEDS)
  const past = found.filter(({ _id, history }) => _id !== need._id && wasPublished({ history }))
  const joiners = await participation().joinersOf(past.map(({ _id }) => _id))
  const led = past.map(({ _id, leaderId, listedAt }) => ({ needId: _id, firmId: leaderId, at: listedAt }))
  const skillOf = new Map(past.map(({ _id, skills }) => [_id, skills.find((skill) => need.skills.includes(skill)) ?? '']))
  return [...led, ...joiners].map(({ needId, firmId, at }) => ({ firmId, at, skill: skillOf.get(needId) ?? '' }))
}
