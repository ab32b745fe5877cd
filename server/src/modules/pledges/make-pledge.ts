import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import type { makePledge as endpoint } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { mayJoin, needs } from '../needs/index.ts'
import { noteProgress } from './candidates.ts'
import { checkTerms } from './pledge-terms.ts'
import { pledgeMade } from './pledge.events.ts'
import type { PledgeRecord } from './pledge.model.ts'
import { pledgeStore } from './pledge.store.ts'

/**
 * "Moi aussi": a firm joins and says up to how much; it binds once its card is saved. The same id twice is the same pledge.
 * @throws NOT_FOUND, NEED_NOT_OPEN, NOT_A_MEMBER, OWNER_ONLY, GROUP_FROZEN, CAP_BELOW_MINIMUM, COVER_ABOVE_CAP, CONDITION_ABOVE_CAP,
 * FIRMS_UNREACHABLE, PRICE_UNREACHABLE, START_UNREACHABLE, EXCLUDES_ITSELF, EXCLUDED_FIRM_UNKNOWN, ALREADY_PLEDGED
 */
export const makePledge = async (call: Call<typeof endpoint>): Promise<PledgeRecord> => {
  try {
    return await insertPledge(call)
  } catch (error) {
    const duplicate = duplicateKeyOf(error)
    if (!duplicate) throw error
    if (duplicate.indexName === 'one_live_pledge') throw new DomainError('ALREADY_PLEDGED')
    return insertPledge(call)
  }
}

const insertPledge = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const firmId = organisationOf(viewer)
    await needs.hold(input.needId, tx)
    const need = await needs.getVisible(viewer, input.needId, tx)
    const made = await pledgeStore.find(input.id, tx)
    if (made) {
      if (made.firmId !== firmId || made.needId !== need._id) throw new DomainError('ALREADY_PLEDGED')
      return made
    }
    const [membership, group] = [await groups.membershipOf(firmId, need.groupId, tx), await groups.get(need.groupId, tx)]
    allow(mayJoin(viewer, need, membership, group.state === 'frozen', now))
    const { id, needId, ...promised } = input
    const { weight } = await checkTerms(need, firmId, promised, tx)
    const pledge: PledgeRecord = {
      _id: id,
      groupId: need.groupId,
      needId,
      firmId,
      userId: viewer.userId,
      state: 'draft',
      version: 1,
      ...promised,
      weight,
      madeAt: now,
    }
    await pledgeStore.insert(pledge, tx)
    await noteProgress(need, tx)
    tx.emit(pledgeMade(pledge))
    return pledge
  })
