import { z } from 'zod'
import { secretToken } from '../accounts/account.schema.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id, line, text } from '../ids/id.ts'
import {
  acceptInvitationInput,
  createGroupInput,
  groupCard,
  groupView,
  invitationPreview,
  inviteInput,
  inviteOutcome,
  updateGroupInput,
} from './group.schema.ts'

const groupId = z.strictObject({ groupId: id })
const membership = z.strictObject({ groupId: id, membershipId: id })

export const createGroup = defineEndpoint({
  name: 'createGroup',
  method: 'POST',
  path: '/groups',
  access: 'signedIn',
  idempotency: 'required',
  input: createGroupInput,
  output: groupView,
  refusals: ['ASSOCIATION_ONLY', 'OWNER_ONLY', 'COMMUNE_UNKNOWN'],
})

/** The groups of the active organisation: its own (association) or those it belongs to. */
export const listMyGroups = defineEndpoint({
  name: 'listMyGroups',
  method: 'GET',
  path: '/groups',
  access: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(groupCard) }),
  refusals: [],
})

/** Groups of a place that a firm could join. */
export const findGroups = defineEndpoint({
  name: 'findGroups',
  method: 'GET',
  path: '/groups/near',
  access: 'signedIn',
  input: z.strictObject({ communeCode: z.string().max(5).optional() }),
  output: z.strictObject({ items: z.array(groupCard) }),
  refusals: [],
})

export const getGroup = defineEndpoint({
  name: 'getGroup',
  method: 'GET',
  path: '/groups/:groupId',
  access: 'signedIn',
  input: groupId,
  output: groupView,
  refusals: ['NOT_FOUND'],
})

export const updateGroup = defineEndpoint({
  name: 'updateGroup',
  method: 'PATCH',
  path: '/groups/:groupId',
  access: 'signedIn',
  input: updateGroupInput,
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const freezeGroup = defineEndpoint({
  name: 'freezeGroup',
  method: 'POST',
  path: '/groups/:groupId/freeze',
  access: 'signedIn',
  input: z.strictObject({ groupId: id, reason: line(500) }),
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const unfreezeGroup = defineEndpoint({
  name: 'unfreezeGroup',
  method: 'POST',
  path: '/groups/:groupId/unfreeze',
  access: 'signedIn',
  input: z.strictObject({ groupId: id, reason: line(500) }),
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const inviteFirms = defineEndpoint({
  name: 'inviteFirms',
  method: 'POST',
  path: '/groups/:groupId/invitations',
  access: 'signedIn',
  idempotency: 'required',
  input: inviteInput,
  output: inviteOutcome,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'TOO_MANY_REQUESTS'],
})

/** A new link for a poster or a message; the former link stops working. */
export const renewInviteLink = defineEndpoint({
  name: 'renewInviteLink',
  method: 'POST',
  path: '/groups/:groupId/invite-link',
  access: 'signedIn',
  input: groupId,
  output: z.strictObject({ url: z.url() }),
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY'],
})

export const previewInvitation = defineEndpoint({
  name: 'previewInvitation',
  method: 'GET',
  path: '/invitations/:token',
  access: 'anyone',
  input: z.strictObject({ token: secretToken }),
  output: invitationPreview,
  refusals: ['INVITATION_INVALID'],
})

/** By e-mail invitation or by link: the firm signs the charter and is a member at once. */
export const acceptInvitation = defineEndpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/:token/acceptance',
  access: 'signedIn',
  input: acceptInvitationInput,
  output: groupView,
  refusals: ['INVITATION_INVALID', 'ALREADY_A_MEMBER', 'OWNER_ONLY', 'WRONG_KIND_OF_ORGANISATION', 'NO_ORGANISATION'],
})

/** A member signs the charter again after the association has changed it. */
export const signCharter = defineEndpoint({
  name: 'signCharter',
  method: 'POST',
  path: '/groups/:groupId/charter-signature',
  access: 'signedIn',
  input: z.strictObject({ groupId: id, charterVersion: z.int().min(1) }),
  output: groupView,
  refusals: ['NOT_FOUND', 'NOT_A_MEMBER', 'OWNER_ONLY', 'STALE_STATE'],
})

export const requestMembership = defineEndpoint({
  name: 'requestMembership',
  method: 'POST',
  path: '/groups/:groupId/memberships',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ id, groupId: id, note: text(300).optional(), signsCharter: z.literal(true) }),
  output: groupView,
  refusals: ['NOT_FOUND', 'ALREADY_A_MEMBER', 'OWNER_ONLY', 'WRONG_KIND_OF_ORGANISATION', 'NO_ORGANISATION'],
})

export const approveMembership = defineEndpoint({
  name: 'approveMembership',
  method: 'POST',
  path: '/groups/:groupId/memberships/:membershipId/approval',
  access: 'signedIn',
  input: membership,
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const refuseMembership = defineEndpoint({
  name: 'refuseMembership',
  method: 'POST',
  path: '/groups/:groupId/memberships/:membershipId/refusal',
  access: 'signedIn',
  input: membership.extend({ reason: line(300) }),
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const suspendMembership = defineEndpoint({
  name: 'suspendMembership',
  method: 'POST',
  path: '/groups/:groupId/memberships/:membershipId/suspension',
  access: 'signedIn',
  input: membership.extend({ reason: line(300) }),
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const restoreMembership = defineEndpoint({
  name: 'restoreMembership',
  method: 'POST',
  path: '/groups/:groupId/memberships/:membershipId/restoration',
  access: 'signedIn',
  input: membership,
  output: groupView,
  refusals: ['NOT_FOUND', 'ASSOCIATION_ONLY', 'STALE_STATE'],
})

export const leaveGroup = defineEndpoint({
  name: 'leaveGroup',
  method: 'POST',
  path: '/groups/:groupId/departure',
  access: 'signedIn',
  input: groupId,
  output: done,
  refusals: ['NOT_FOUND', 'NOT_A_MEMBER', 'OWNER_ONLY', 'STALE_STATE', 'MEMBER_HAS_LIVE_COMMITMENT'],
})
