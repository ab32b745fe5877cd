import { onEvent } from '../../platform/events/on-event.ts'
import { leaveTopic } from '../../platform/realtime/end-access.ts'
import { publishChange } from '../../platform/realtime/publish-change.ts'

type OfGroup = { groupId: string; associationId: string }
type OfMembership = OfGroup & { firmId: string }

const groupEvents = ['group.created', 'group.changed', 'group.frozen', 'group.unfrozen']
const membershipEvents = ['requested', 'activated', 'refused', 'suspended', 'restored', 'left', 'signed'].map(
  (what) => `membership.${what}`,
)

export const listenForGroups = () => {
  for (const name of groupEvents) {
    onEvent<OfGroup>(name, 'groups.tell-screens', async ({ groupId, associationId }) => {
      publishChange(`group:${groupId}`, { entity: 'group', id: groupId })
      publishChange(`organisation:${associationId}`, { entity: 'group', id: groupId })
    })
  }
  for (const name of membershipEvents) {
    onEvent<OfMembership>(name, 'groups.tell-screens', async ({ groupId, associationId, firmId }) => {
      publishChange(`group:${groupId}`, { entity: 'membership', id: groupId })
      publishChange(`organisation:${associationId}`, { entity: 'membership', id: groupId })
      publishChange(`organisation:${firmId}`, { entity: 'membership', id: groupId })
    })
  }
  for (const name of ['membership.suspended', 'membership.left']) {
    onEvent<OfMembership>(name, 'groups.end-access', async ({ groupId, firmId }) =>
      leaveTopic({ organisationId: firmId }, `group:${groupId}`),
    )
  }
}
