import { groups } from '../groups/index.ts'
import { nameOf, tellOf } from './tell.ts'

type OfMembership = { groupId: string; firmId: string; associationId: string }

export const listenForGroupNotices = () => {
  tellOf<OfMembership>('membership.requested', async ({ groupId, firmId, associationId }) => ({
    kind: 'membership.requested',
    topic: 'groups',
    to: [associationId],
    params: { firm: await nameOf(firmId), group: (await groups.get(groupId)).name },
    path: `/groupements/${groupId}`,
    needsAction: true,
  }))
  tellOf<OfMembership>('membership.activated', async ({ groupId, firmId }) => ({
    kind: 'membership.approved',
    topic: 'groups',
    to: [firmId],
    params: { group: (await groups.get(groupId)).name },
    path: `/groupements/${groupId}`,
  }))
  tellOf<OfMembership>('membership.refused', async ({ groupId, firmId }) => ({
    kind: 'membership.refused',
    topic: 'groups',
    to: [firmId],
    params: { group: (await groups.get(groupId)).name },
    path: '/groupements',
  }))
  tellOf<{ groupId: string }>('group.frozen', async ({ groupId }) => ({
    kind: 'group.frozen',
    topic: 'groups',
    to: await groups.activeFirmIds(groupId),
    params: { group: (await groups.get(groupId)).name },
    path: `/groupements/${groupId}`,
  }))
}
