import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import { contractContentOf, hashOf, type Agreed } from './contract-content.ts'
import type { ContractRecord } from './contract.model.ts'
import { contractStore } from './contract.store.ts'

/** Keeps what the parties have agreed as the next version of their contract, in the transaction that makes it true. */
export const drawUpContract = async (agreed: Agreed, tx: Transaction): Promise<ContractRecord> => {
  const { mission, version, now } = agreed
  const content = contractContentOf(agreed, {
    need: await needs.get(mission.needId, tx),
    group: await groups.get(mission.groupId, tx),
    organisations: await organisations.many([mission.freelancerId, mission.associationId, ...mission.firmIds], tx),
    candidates: await pledges.candidatesOf(mission.needId, tx),
  })
  const contract: ContractRecord = {
    _id: `${mission._id}:${version}`,
    missionId: mission._id,
    groupId: mission.groupId,
    version,
    content,
    hash: hashOf(content),
    at: now,
  }
  await contractStore.insert(contract, tx)
  return contract
}
