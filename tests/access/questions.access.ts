import type { AccessFile, World } from '../support/access/access-row.ts'
import { amongMembers } from '../support/access/put-to-vote.ts'
import { anOpenNeed } from '../support/builders/need.ts'
import { ok } from '../support/personas.ts'
import { v7 as newId } from 'uuid'

const on = (world: World) => Promise.resolve(void (world.ids.needId = world.ids.askedNeedId!))

export const access: AccessFile = {
  prepare: async (world) => {
    world.ids.askedNeedId = (await anOpenNeed(world.people.smeOwner, world.group.id, amongMembers)).id
    const input = { id: newId(), text: 'Combien de boutiques ?' }
    world.ids.questionId = ok(await world.people.freelancer.post(`/needs/${world.ids.askedNeedId}/questions`, input)).body.id as string
  },
  rows: {
    'POST /needs/:needId/questions': {
      who: { visitor: 401, freelancer: 'allowed', smeMember: 403, smeOwner: 403, association: 403, admin: 403, rest: 404 },
      before: on,
      input: () => ({ id: newId(), text: 'Et les photos ?' }),
    },
    'GET /needs/:needId/questions': {
      who: { smeMember: 'allowed', smeOwner: 'allowed', freelancer: 'allowed', association: 'allowed', admin: 'allowed', rest: 404 },
      before: on,
    },
    // A question that waits is the group's and the asker's.
    'POST /questions/:questionId/answer': {
      who: { visitor: 401, smeMember: 403, smeOwner: 'allowed', freelancer: 403, association: 'allowed', admin: 403, rest: 404 },
      input: () => ({ version: 1, text: 'Douze' }),
    },
  },
}
