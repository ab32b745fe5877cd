import type { acceptContract as endpoint } from '@mutuo/shared/missions/contract.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import type { ContractAcceptanceRecord } from './contract.model.ts'
import { contractStore } from './contract.store.ts'
import { findMission } from './find-mission.ts'
import { contractAccepted } from './mission.events.ts'
import { mayAcceptContract, roleIn } from './mission.policy.ts'

/**
 * A party accepts the contract as it reads now, by its owner, who types the password again. Kept for good with the name, the time and the hash of what
 * was accepted. @throws NOT_FOUND, NOT_A_PARTY, OWNER_ONLY, STEP_UP_REQUIRED, TOO_MANY_REQUESTS, STALE_STATE, ALREADY_ACCEPTED
 */
export const acceptContract = async ({ viewer, input, now, ip, locale }: Call<typeof endpoint>) => {
  const { missionId, version, password } = input
  allow(mayAcceptContract(viewer, await findMission(viewer, missionId)))
  await accounts.confirmPassword(viewer.userId, password)
  await onceAParty(() =>
    transaction(async (tx) => {
      const mission = await findMission(viewer, missionId, tx)
      const latest = await contractStore.latestLine(missionId, tx)
      if (latest?.version !== version) throw new DomainError('STALE_STATE')
      const organisationId = organisationOf(viewer)
      const acceptance: ContractAcceptanceRecord = {
        _id: `${missionId}:${version}:${organisationId}`,
        missionId,
        groupId: mission.groupId,
        version,
        hash: latest.hash,
        organisationId,
        role: roleIn(mission, organisationId) ?? 'firm',
        userId: viewer.userId,
        name: viewer.name,
        at: now,
      }
      await contractStore.insertAcceptances([acceptance], tx)
      await audit(
        { actor: viewer, action: 'contract.accept', object: `mission:${missionId}`, after: { version, hash: latest.hash }, ip },
        tx,
      )
      tx.emit(contractAccepted(mission, organisationId))
    }),
  )
  return { viewer, input: { missionId }, locale }
}

/** Two owners at once: the first word stands. */
const onceAParty = async (accept: () => Promise<void>): Promise<void> => {
  try {
    await accept()
  } catch (error) {
    throw duplicateKeyOf(error) ? new DomainError('ALREADY_ACCEPTED') : error
  }
}
