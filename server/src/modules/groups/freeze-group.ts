import type { freezeGroup as freezeEndpoint, unfreezeGroup as unfreezeEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { groupProcess } from '@mutuo/shared/groups/group.process.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findGroup } from './find-group.ts'
import { groupEvent } from './group.events.ts'
import { mayFreeze } from './group.policy.ts'
import { groupStore } from './group.store.ts'

type Freezing = Pick<Call<typeof freezeEndpoint>, 'viewer' | 'input' | 'ip'>

/** Stops everything that binds or moves money in the group. @throws NOT_FOUND, ASSOCIATION_ONLY, STALE_STATE */
export const freezeGroup = (call: Call<typeof freezeEndpoint>) => move('freeze', call)

/** @throws NOT_FOUND, ASSOCIATION_ONLY, STALE_STATE */
export const unfreezeGroup = (call: Call<typeof unfreezeEndpoint>) => move('unfreeze', call)

const move = (what: 'freeze' | 'unfreeze', { viewer, input: { groupId, reason }, ip }: Freezing) =>
  transaction(async (tx) => {
    const before = await findGroup(groupId, tx)
    allow(mayFreeze(viewer, before))
    if (!canMove(groupProcess, before.state, what, 'association')) throw new DomainError('STALE_STATE')
    const state = groupProcess.moves[what].to
    const after = await groupStore.change(before, { state, frozenBecause: what === 'freeze' ? reason : null }, tx)
    await audit(
      {
        actor: { userId: viewer.userId },
        action: `group.${what}`,
        object: `group:${groupId}`,
        before: { state: before.state },
        after: { state, reason },
        ip,
      },
      tx,
    )
    tx.emit(groupEvent(what === 'freeze' ? 'frozen' : 'unfrozen', after))
    return after
  })
