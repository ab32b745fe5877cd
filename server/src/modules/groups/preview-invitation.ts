import type { previewInvitation as previewEndpoint } from '@mutuo/shared/groups/group.endpoints.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisations } from '../organisations/index.ts'
import { findInvitation } from './find-invitation.ts'
import { membershipStore } from './membership.store.ts'

/** What somebody reads before signing up or signing the charter. @throws INVITATION_INVALID */
export const previewInvitation = async ({ input, now }: Call<typeof previewEndpoint>) => {
  const { group, invitation } = await findInvitation(input.token, now)
  const { _id, name, commune, description, charter, associationId } = group
  const [marks, counts] = await Promise.all([organisations.marksOf([associationId]), membershipStore.counts([_id])])
  return {
    group: { id: _id, name, commune, association: marks.get(associationId)?.name ?? '', memberCount: counts.get(_id) ?? 0, description },
    ...(invitation && { email: invitation.email }),
    charter,
  }
}
