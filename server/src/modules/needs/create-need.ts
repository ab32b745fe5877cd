import type { createNeed as endpoint } from '@mutuo/shared/needs/need.endpoints.ts'
import { checkExpectedMilestones } from '@mutuo/shared/needs/blueprint.rules.ts'
import { checkPlan } from '@mutuo/shared/needs/need.rules.ts'
import type { NeedContent } from '@mutuo/shared/needs/need.schema.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { communeOf } from '../../data/communes.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { listingOf } from './listing.ts'
import type { NeedRecord, StoredContent } from './need.model.ts'
import { mayCreate } from './need.policy.ts'
import { needStore } from './need.store.ts'

/**
 * A firm of the group, or its association, prepares what firms could want done together; nobody else sees it yet. The same id twice is the same need.
 * @throws NOT_FOUND, NOT_A_MEMBER, GROUP_FROZEN, DEADLINE_PAST, DEADLINES_OUT_OF_ORDER, TARGET_BELOW_MINIMUM, LOTS_MISSING, MINIMUM_SHARE_TOO_HIGH,
 * MILESTONE_WITHOUT_LOT, COMMUNE_UNKNOWN, ALREADY_EXISTS
 */
export const createNeed = async (call: Call<typeof endpoint>): Promise<NeedRecord> => {
  try {
    return await insertNeed(call)
  } catch (error) {
    if (duplicateKeyOf(error)) return insertNeed(call)
    throw error
  }
}

const insertNeed = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const leaderId = organisationOf(viewer)
    const made = await needStore.find(input.id, tx)
    if (made) {
      if (made.leaderId !== leaderId || made.groupId !== input.groupId) throw new DomainError('ALREADY_EXISTS')
      return made
    }
    const group = await groups.get(input.groupId, tx)
    allow(mayCreate(viewer, await groups.membershipOf(viewer, input.groupId, tx), group.associationId))
    await groups.assertNotFrozen(input.groupId, tx)
    const { id, groupId, ...given } = input
    const content = storedContent(given)
    checkPlan(content, now)
    checkExpectedMilestones(content)
    if (!communeOf(content.communeCode)) throw new DomainError('COMMUNE_UNKNOWN')
    const need: Omit<NeedRecord, keyof ReturnType<typeof listingOf>> = {
      _id: id,
      groupId,
      associationId: group.associationId,
      leaderId,
      state: 'draft',
      version: 1,
      content,
      firms: 0,
      firmsMissing: content.minFirms,
      promisedMinor: 0,
      isMinimumReached: false,
      bidCount: 0,
      holds: 0,
      ballotId: null,
      missionId: null,
      sentBackBecause: null,
      history: [{ at: now, event: 'need.created', by: leaderId }],
      listedAt: now,
    }
    const listed = { ...need, ...listingOf(need) }
    await needStore.insert(listed, tx)
    return listed
  })

export const storedContent = (content: NeedContent): StoredContent => ({
  ...content,
  gatheringClosesAt: new Date(content.gatheringClosesAt),
  bidsCloseAt: new Date(content.bidsCloseAt),
  voteClosesAt: new Date(content.voteClosesAt),
})
