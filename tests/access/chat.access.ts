import type { AccessFile } from '../support/access/access-row.ts'
import { ok } from '../support/personas.ts'

/** The room of the mission's firms with their freelancer: the association and the platform are not in it, so it does not exist for them. */
const readers = { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', freelancer: 'allowed', rest: 404 } as const
const author = { visitor: 401, smeOwner: 'allowed', smeMember: 403, freelancer: 403, rest: 404 } as const
const words = () => ({ clientId: crypto.randomUUID(), text: 'Bonjour' })

export const access: AccessFile = {
  prepare: async (world) => {
    const { smeOwner } = world.people
    const { items } = ok(await smeOwner.get(`/rooms?subjectId=${world.ids.missionId}`)).body
    world.ids.roomId = items.find(({ audience }: { audience: string }) => audience === 'firms_and_freelancer').id
    world.ids.messageId = ok(await smeOwner.post(`/rooms/${world.ids.roomId}/messages`, words())).body.id
  },
  rows: {
    'GET /rooms': { who: { visitor: 401, rest: 'allowed' } },
    'GET /rooms/:roomId': { who: readers },
    'GET /rooms/:roomId/messages': { who: readers },
    'POST /rooms/:roomId/messages': { who: readers, input: words },
    'POST /rooms/:roomId/read': { who: readers, input: () => ({ seq: 1 }) },
    'PATCH /rooms/:roomId/messages/:messageId': { who: author, input: () => ({ text: 'Bonjour à tous' }) },
    'DELETE /rooms/:roomId/messages/:messageId': { who: author },
    'SOCKET sendMessage': { who: readers, input: (world) => ({ roomId: world.ids.roomId, ...words() }) },
    'SOCKET typing': { who: readers, input: (world) => ({ roomId: world.ids.roomId }) },
    'SOCKET markRead': { who: readers, input: (world) => ({ roomId: world.ids.roomId, seq: 1 }) },
    'FOLLOW room': { who: { ...readers, rest: 403 } },
  },
}
