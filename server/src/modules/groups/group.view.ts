import { groupProcess } from '@mutuo/shared/groups/group.process.ts'
import type { GroupView, InvitationView } from '@mutuo/shared/groups/group.schema.ts'
import { abilitiesOf, abilityOf } from '../../platform/access/abilities.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { organisations } from '../organisations/index.ts'
import { membershipOfViewer } from './find-group.ts'
import type { GroupRecord } from './group.model.ts'
import { mayAdminister, mayFreeze, mayLeave, mayPostNeed, mayRequest, maySeeCharter, maySeeInside, maySignCharter } from './group.policy.ts'
import type { InvitationRecord } from './invitation.model.ts'
import { invitationStore } from './invitation.store.ts'
import { inviteLinkOf } from './invite-secret.ts'
import { isCommitted } from './live-commitments.ts'
import { presentMembers } from './member.view.ts'
import type { MembershipRecord } from './membership.model.ts'
import { membershipStore } from './membership.store.ts'

type Situation = { group: GroupRecord; viewer: Viewer; membership: MembershipRecord | null; now: Date }

/** A group as this viewer may see it: to outsiders what they need to choose to join, to members each other, to the association all. */
export const presentGroup = async (group: GroupRecord, { viewer, now }: { viewer: Viewer; now: Date }): Promise<GroupView> => {
  const membership = await membershipOfViewer(viewer, group._id)
  const situation = { group, viewer, membership, now }
  const [marks, counts, members, forAssociation, abilities] = await Promise.all([
    organisations.marksOf([group.associationId]),
    membershipStore.counts([group._id]),
    membersFor(situation),
    associationPart(situation),
    abilitiesIn(situation),
  ])
  const association = marks.get(group.associationId)
  if (!association) throw new Error(`no organisation ${group.associationId}`)
  const { _id, version, name, commune, communeCode, description, state, rules, charter, charterVersion, frozenBecause } = group
  return {
    id: _id,
    version,
    name,
    commune,
    communeCode,
    description,
    state,
    association,
    memberCount: counts.get(_id) ?? 0,
    rules,
    charterVersion,
    ...(maySeeCharter(viewer, group, membership) && { charter }),
    ...(members && { members }),
    ...forAssociation,
    ...(frozenBecause !== null && maySeeInside(viewer, group, membership) && { frozenBecause }),
    ...(membership && { myMembership: presentOwnMembership(membership, group) }),
    abilities,
  }
}

export const presentOwnMembership = (
  { _id, state, signatures }: MembershipRecord,
  { charterVersion }: Pick<GroupRecord, 'charterVersion'>,
) => ({
  membershipId: _id,
  state,
  charterSigned: signatures.some(({ version }) => version === charterVersion),
})

const membersFor = async ({ group, viewer, membership }: Situation) => {
  if (!maySeeInside(viewer, group, membership)) return undefined
  const isAssociation = viewer.organisationId === group.associationId
  const shown = await membershipStore.inStates([group._id], isAssociation ? ['requested', 'active', 'suspended'] : ['active'])
  return presentMembers(shown, group, viewer)
}

const associationPart = async ({ group, viewer, now }: Situation): Promise<Pick<GroupView, 'invitations' | 'inviteLink'>> => {
  if (!mayAdminister(viewer, group).allowed) return {}
  const invitations = await invitationStore.ofGroup(group._id)
  const inviteLink = inviteLinkOf(group)
  return { invitations: invitations.map((invitation) => presentInvitation(invitation, now)), ...(inviteLink && { inviteLink }) }
}

const presentInvitation = ({ _id, email, state, sentAt, expiresAt }: InvitationRecord, now: Date): InvitationView => ({
  id: _id,
  email,
  state: state === 'sent' && expiresAt <= now ? 'expired' : state,
  sentAt: sentAt.toISOString(),
})

const abilitiesIn = async ({ group, viewer, membership }: Situation): Promise<GroupView['abilities']> => {
  const freezing = mayFreeze(viewer, group)
  const administering = mayAdminister(viewer, group)
  const abilities: GroupView['abilities'] = []
  if (administering.allowed) abilities.push(abilityOf('edit', administering), abilityOf('invite', administering))
  if (freezing.allowed) abilities.push(...abilitiesOf(groupProcess, group.state, 'association', { freeze: freezing, unfreeze: freezing }))
  if (viewer.organisationKind === 'sme' && (!membership || membership.state === 'requested'))
    abilities.push(abilityOf('requestMembership', mayRequest(viewer, membership)))
  if (membership && !presentOwnMembership(membership, group).charterSigned && membership.state === 'active')
    abilities.push(abilityOf('signCharter', maySignCharter(viewer, membership)))
  if (membership && membership.state !== 'suspended')
    abilities.push(abilityOf('leave', mayLeave(viewer, membership, await isCommitted(membership.organisationId, group._id))))
  if (administering.allowed || membership) abilities.push(abilityOf('postNeed', mayPostNeed(viewer, group, membership)))
  return abilities
}
