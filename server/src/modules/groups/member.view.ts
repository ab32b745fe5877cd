import type { MemberView } from '@mutuo/shared/groups/group.schema.ts'
import { membershipProcess } from '@mutuo/shared/groups/membership.process.ts'
import { abilitiesOf } from '../../platform/access/abilities.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { organisations } from '../organisations/index.ts'
import type { GroupRecord } from './group.model.ts'
import { mayAdminister } from './group.policy.ts'
import type { MembershipRecord } from './membership.model.ts'

type Group = Pick<GroupRecord, 'associationId' | 'state'>

/** Members as others see them; what a firm said when it asked and how many people it has is for the association. */
export const presentMembers = async (memberships: MembershipRecord[], group: Group, viewer: Viewer): Promise<MemberView[]> => {
  const firms = await organisations.profilesOf(memberships.map(({ organisationId }) => organisationId))
  const isAssociation = viewer.organisationId === group.associationId
  return memberships.flatMap((membership) => {
    const firm = firms.get(membership.organisationId)
    if (!firm) return []
    const signedAt = membership.signatures.at(-1)?.at
    return [
      {
        membershipId: membership._id,
        firm: firm.mark,
        state: membership.state,
        since: membership.since.toISOString(),
        units: firm.units,
        isSiretVerified: firm.isSiretVerified,
        ...(signedAt && { charterSignedAt: signedAt.toISOString() }),
        ...(isAssociation && firm.headcount !== null && { headcount: firm.headcount }),
        ...(isAssociation && membership.note !== null && { note: membership.note }),
        abilities: memberAbilities(membership, group, viewer),
      },
    ]
  })
}

const memberAbilities = ({ state }: MembershipRecord, group: Group, viewer: Viewer): MemberView['abilities'] => {
  if (viewer.organisationId !== group.associationId) return []
  const decision = mayAdminister(viewer, group)
  return abilitiesOf(membershipProcess, state, 'association', { approve: decision, refuse: decision, suspend: decision, restore: decision })
}
