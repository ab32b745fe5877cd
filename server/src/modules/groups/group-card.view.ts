import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { organisations } from '../organisations/index.ts'
import type { GroupRecord } from './group.model.ts'
import { presentOwnMembership } from './group.view.ts'
import { membershipStore } from './membership.store.ts'

/** Groups in a list. */
export const presentCards = async (groups: GroupRecord[], viewer: Viewer): Promise<GroupCard[]> => {
  const [marks, counts, own] = await Promise.all([
    organisations.marksOf(groups.map(({ associationId }) => associationId)),
    membershipStore.counts(groups.map(({ _id }) => _id)),
    viewer.organisationId === null ? [] : membershipStore.liveOfFirm(viewer.organisationId),
  ])
  return groups.flatMap((group) => {
    const association = marks.get(group.associationId)
    if (!association) return []
    const membership = own.find(({ groupId }) => groupId === group._id)
    const { _id, name, commune, state } = group
    const shown = { id: _id, name, commune, state, association, memberCount: counts.get(_id) ?? 0 }
    return [{ ...shown, ...(membership && { myMembership: presentOwnMembership(membership, group) }) }]
  })
}
