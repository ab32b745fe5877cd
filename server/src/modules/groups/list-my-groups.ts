import type { listMyGroups as listEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { presentCards } from './group-card.view.ts'
import { groupStore } from './group.store.ts'
import { membershipStore } from './membership.store.ts'

/** The groups that the viewer's association administers, or that its firm belongs to or waits for. */
export const listMyGroups = async ({ viewer }: Call<typeof listEndpoint>) => {
  const { organisationId, organisationKind } = viewer
  if (organisationId === null) return { items: [] }
  if (organisationKind === 'association') return { items: await presentCards(await groupStore.ofAssociation(organisationId), viewer) }
  const memberships = await membershipStore.liveOfFirm(organisationId)
  const found = await groupStore.many(memberships.map(({ groupId }) => groupId))
  return {
    items: await presentCards(
      found.sort((a, b) => (a.nameFold < b.nameFold ? -1 : 1)),
      viewer,
    ),
  }
}
