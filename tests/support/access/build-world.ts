import type { App } from '../app.ts'
import { aFreelancer, aGroupWithMembers, anAdmin, anSmeMember, aPerson } from '../personas.ts'
import type { World } from './access-row.ts'

/** Two associations with a group each, firms in them, freelancers, a stranger and an administrator. */
export const buildWorld = async (app: App): Promise<World> => {
  const [group, otherGroup, freelancer, otherFreelancer, stranger, admin] = await Promise.all([
    aGroupWithMembers(app, 3),
    aGroupWithMembers(app, 1, { name: 'Artisans de la vallée' }),
    aFreelancer(app),
    // With no skill that the needs of the table ask for.
    aFreelancer(app, { person: 'Théo Blanc', name: 'Théo Blanc', skills: ['photo'] }),
    aPerson(app, 'Sans Structure'),
    anAdmin(app),
  ])
  const [smeOwner] = group.owners
  const [otherFirm] = otherGroup.owners
  if (!smeOwner || !otherFirm) throw new Error('a group without firms')
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
