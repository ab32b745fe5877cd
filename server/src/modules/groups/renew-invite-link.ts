import type { renewInviteLink as renewEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import { appUrl } from '../../platform/config.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { findGroup } from './find-group.ts'
import { groupEvent } from './group.events.ts'
import { mayAdminister } from './group.policy.ts'
import { groupStore } from './group.store.ts'
import { hashSecret, linkSecretOf } from './invite-secret.ts'

/** The former link stops working at once. @throws NOT_FOUND, ASSOCIATION_ONLY */
export const renewInviteLink = ({ viewer, input, ip }: Call<typeof renewEndpoint>) =>
  transaction(async (tx) => {
    const group = await findGroup(input.groupId, tx)
    allow(mayAdminister(viewer, group))
    const linkVersion = group.linkVersion + 1
    const secret = linkSecretOf({ _id: group._id, linkVersion })
    await groupStore.change(group, { linkVersion, linkHash: hashSecret(secret) }, tx)
    await audit({ actor: { userId: viewer.userId }, action: 'group.renew_link', object: `group:${group._id}`, ip }, tx)
    tx.emit(groupEvent('changed', group))
    return { url: appUrl(`/invitation/${secret}`) }
  })
