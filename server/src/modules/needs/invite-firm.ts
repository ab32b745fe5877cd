import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { inviteFirm as endpoint } from '@mutuo/shared/needs/finding.endpoints.ts'
import { isGathering } from '@mutuo/shared/needs/need.rules.ts'
import { v7 as newId } from 'uuid'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findNeed } from './find-need.ts'
import { invitationStore } from './invitation.store.ts'
import { firmInvited } from './need.events.ts'
import { mayLead } from './need.policy.ts'
import { participation } from './participation.ts'

/**
 * The leader tells one firm of the group that a need could be its own too: one notice, once for each need.
 * @throws NOT_FOUND, LEADER_ONLY, OWNER_ONLY, GROUP_FROZEN, NEED_NOT_OPEN, FIRM_NOT_IN_GROUP, FIRM_ALREADY_IN, ALREADY_INVITED
 */
export const inviteFirm = async (call: Call<typeof endpoint>): Promise<{ done: true }> => {
  try {
    return await invite(call)
  } catch (error) {
    if (duplicateKeyOf(error)) throw new DomainError('ALREADY_INVITED')
    throw error
  }
}

const invite = ({ viewer, input: { needId, firmId }, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const need = await findNeed(viewer, needId, tx)
    allow(mayLead(viewer, need))
    await groups.assertNotFrozen(need.groupId, tx)
    if (!isGathering(need, now)) throw new DomainError('NEED_NOT_OPEN')
    if ((await groups.membershipOf(firmId, need.groupId, tx))?.state !== 'active') throw new DomainError('FIRM_NOT_IN_GROUP')
    if (firmId === need.leaderId || (await participation().takesPart(firmId, needId, tx))) throw new DomainError('FIRM_ALREADY_IN')
    const invitedBy = viewer.organisationId ?? ''
    await invitationStore.insert({ _id: newId(), groupId: need.groupId, needId, firmId, invitedBy, at: now }, tx)
    tx.emit(firmInvited(need, firmId, invitedBy))
    return { done: true as const }
  })
