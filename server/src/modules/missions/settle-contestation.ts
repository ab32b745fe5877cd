import type { settleContestation as endpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { audit } from '../../platform/audit/audit.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { findMilestone } from './find-mission.ts'
import { cellsAccepted } from './mission.events.ts'
import { maySettle } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'

/** A contestation is lifted, by its firm or by the association after mediation: that part is then accepted. @throws NOT_FOUND, ASSOCIATION_ONLY, STALE_STATE */
export const settleContestation = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const { mission, milestone } = await findMilestone(viewer, input, tx)
    allow(maySettle(viewer, mission, input.firmId))
    await groups.assertNotFrozen(mission.groupId, tx)
    const contested = milestone.cells.find((cell) => cell.firmId === input.firmId && cell.state === 'contested')
    if (!contested) throw new DomainError('STALE_STATE')
    const cells = milestone.cells.map((cell) => (cell === contested ? { ...cell, state: 'accepted' as const } : cell))
    const isAccepted =
      ['delivered', 'contested'].includes(milestone.state) && cells.every((cell) => !['retained', 'contested'].includes(cell.state))
    const changed = await missionStore.changeMilestone(
      milestone,
      {
        cells,
        acceptedBy: [...new Set([...milestone.acceptedBy, input.firmId])],
        ...(isAccepted && { state: 'accepted' as const, acceptedAt: now }),
      },
      tx,
    )
    await audit(
      {
        actor: viewer,
        action: 'milestone.settle',
        object: `milestone:${milestone._id}`,
        after: { firmId: input.firmId, note: input.note },
        ip,
      },
      tx,
    )
    tx.emit(cellsAccepted(mission, changed, [input.firmId]))
    return mission
  })
