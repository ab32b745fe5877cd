import type { updateGroup as updateEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findGroup } from './find-group.ts'
import { groupEvent } from './group.events.ts'
import { mayAdminister } from './group.policy.ts'
import { changedGroup } from './group.rules.ts'
import { groupStore } from './group.store.ts'

/** The association changes the group; a new charter or new rules are kept beside the former ones. @throws NOT_FOUND, ASSOCIATION_ONLY, STALE_STATE */
export const updateGroup = ({ viewer, input: { groupId, version, ...changes }, now, ip }: Call<typeof updateEndpoint>) =>
  transaction(async (tx) => {
    const before = await findGroup(groupId, tx)
    allow(mayAdminister(viewer, before))
    const after = await groupStore.change({ ...before, version }, changedGroup(before, changes), tx)
    if (after.charterVersion !== before.charterVersion) {
      await groupStore.keepCharter(after, viewer.userId, now, tx)
      const [was, is] = [before, after].map(({ charterVersion, rules }) => ({ charterVersion, rules }))
      await audit(
        { actor: { userId: viewer.userId }, action: 'group.change_charter', object: `group:${groupId}`, before: was!, after: is!, ip },
        tx,
      )
    }
    tx.emit(groupEvent('changed', after))
    return after
  })
