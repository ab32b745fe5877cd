import { v7 as newId } from 'uuid'
import type { AccessFile, AccessPersona, World } from '../support/access/access-row.ts'
import { aGroupInput } from '../support/builders/group.ts'
import type { Client } from '../support/client/http-client.ts'
import { anSmeOwner, joinByLink, ok } from '../support/personas.ts'

const signedIn = { visitor: 401, rest: 'allowed' } as const
const association = { visitor: 401, association: 'allowed', rest: 403 } as const
const associationOrAdmin = { ...association, admin: 'allowed' } as const
/** An outside firm enters by its owner; a member's owner is told that it is inside already. */
const outsideFirm = { visitor: 401, otherFirm: 'allowed', smeOwner: 'allowed', rest: 403 } as const
const reason = () => ({ reason: 'Pour essayer' })

/** A firm that has just asked to join. */
const aRequest = async (world: World): Promise<void> => {
  const firm = await anSmeOwner(world.app)
  world.ids.membershipId = newId()
  ok(await firm.post(`/groups/${world.group.id}/memberships`, { id: world.ids.membershipId, signsCharter: true }))
}

/** The outside firms of the table stay outside: another one enters in their place. */
const asNewFirm = async ({ app, people }: World, persona: AccessPersona): Promise<Client> =>
  persona === 'otherFirm' || persona === 'formerFirm' ? anSmeOwner(app) : people[persona]

/** The owner of the table stays a member: the owner of another firm leaves in its place. */
const asLeavingFirm = async ({ app, people, group }: World, persona: AccessPersona): Promise<Client> => {
  if (persona !== 'smeOwner') return people[persona]
  const firm = await anSmeOwner(app)
  await joinByLink(group.association, group.id, [firm])
  return firm
}

export const access: AccessFile = {
  prepare: async (world) => {
    await aRequest(world)
    const { inviteLink } = ok(await world.people.association.get(`/groups/${world.group.id}`)).body
    world.ids.token = inviteLink.split('/').at(-1)
  },
  rows: {
    'POST /groups': { who: { visitor: 401, association: 'allowed', otherAssociation: 'allowed', rest: 403 }, input: () => aGroupInput() },
    'GET /groups': { who: signedIn },
    'GET /groups/near': { who: signedIn, input: () => ({ communeCode: '42218' }) },
    // What each sees of it is another matter: tests/api/groups.
    'GET /groups/:groupId': { who: signedIn },
    'PATCH /groups/:groupId': { who: association, input: () => ({ version: 1, description: 'Autrement dit' }) },
    'POST /groups/:groupId/freeze': { who: associationOrAdmin, input: reason },
    'POST /groups/:groupId/unfreeze': { who: associationOrAdmin, input: reason },
    'POST /groups/:groupId/invitations': { who: association, input: () => ({ emails: [`firme-${newId()}@exemple.test`] }) },
    'GET /invitations/:token': { who: { rest: 'allowed' } },
    'POST /invitations/:token/acceptance': { who: outsideFirm, input: () => ({ signsCharter: true }), as: asNewFirm },
    'POST /groups/:groupId/invite-link': { who: association },
    'POST /groups/:groupId/memberships': { who: outsideFirm, input: () => ({ id: newId(), signsCharter: true }), as: asNewFirm },
    'POST /groups/:groupId/memberships/:membershipId/approval': { who: association },
    'POST /groups/:groupId/memberships/:membershipId/refusal': { who: association, input: reason },
    'POST /groups/:groupId/memberships/:membershipId/suspension': { who: association, input: reason },
    'POST /groups/:groupId/memberships/:membershipId/restoration': { who: association },
    'POST /groups/:groupId/charter-signature': {
      who: { visitor: 401, smeOwner: 'allowed', rest: 403 },
      input: () => ({ charterVersion: 1 }),
    },
    // A suspended firm keeps its place until the association decides: 409.
    'POST /groups/:groupId/departure': {
      who: { visitor: 401, smeOwner: 'allowed', suspendedFirm: 'allowed', rest: 403 },
      as: asLeavingFirm,
    },
    'FOLLOW group': { who: { visitor: 401, smeOwner: 'allowed', smeMember: 'allowed', association: 'allowed', rest: 403 } },
  },
}
