import type { App } from '../app.ts'
import { aFreelancer, aGroupWithMembers, anAdmin, anSmeMember, aPerson, type Group, ok, type Persona } from '../personas.ts'
import type { World } from './access-row.ts'

/** Two associations with a group each, firms in them, one suspended and one that left, freelancers, a stranger and an administrator. */
export const buildWorld = async (app: App): Promise<World> => {
  const [group, otherGroup, freelancer, otherFreelancer, stranger, admin] = await Promise.all([
    aGroupWithMembers(app, 5),
    aGroupWithMembers(app, 1, { name: 'Artisans de la vallée' }),
    aFreelancer(app),
    // With no skill that the needs of the table ask for.
    aFreelancer(app, { person: 'Théo Blanc', name: 'Théo Blanc', skills: ['photo'] }),
    aPerson(app, 'Sans Structure'),
    anAdmin(app),
  ])
  const [suspendedFirm, formerFirm] = group.owners.splice(3)
  const [smeOwner] = group.owners
  const [otherFirm] = otherGroup.owners
  if (!smeOwner || !otherFirm || !suspendedFirm || !formerFirm) throw new Error('a group without firms')
  await suspend(group, suspendedFirm)
  ok(await formerFirm.post(`/groups/${group.id}/departure`))
  const smeMember = await anSmeMember(app, smeOwner)
  const { association } = group
  return {
    app,
    group,
    otherGroup,
    people: {
      visitor: app.client(),
      stranger,
      otherFirm,
      suspendedFirm,
      formerFirm,
      smeMember,
      smeOwner,
      freelancer,
      otherFreelancer,
      association,
      otherAssociation: otherGroup.association,
      admin,
    },
    ids: { groupId: group.id, organisationId: smeOwner.organisationId, userId: smeOwner.userId },
  }
}

const suspend = async ({ id, association }: Group, firm: Persona): Promise<void> => {
  const { members } = ok(await association.get(`/groups/${id}`)).body as { members: { membershipId: string; firm: { id: string } }[] }
  const member = members.find((one) => one.firm.id === firm.organisationId)
  ok(await association.post(`/groups/${id}/memberships/${member?.membershipId}/suspension`, { reason: 'Pour la table' }))
}
