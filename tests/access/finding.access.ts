import { v7 as newId } from 'uuid'
import type { AccessFile, World } from '../support/access/access-row.ts'
import { amongMembers } from '../support/access/put-to-vote.ts'
import { getMission } from '../support/builders/mission.ts'
import { aDraftPledge, anOpenNeed, inDays } from '../support/builders/need.ts'
import { ok } from '../support/personas.ts'

/** Whoever knows the need is refused what is its leader's; who does not know it finds nothing. */
const known = { visitor: 401, smeMember: 403, smeOwner: 403, freelancer: 403, association: 403, admin: 403, rest: 404 } as const
/** A merge is known to those among whom the firms know each other: not to bidders. */
const inside = { visitor: 401, smeMember: 403, smeOwner: 403, association: 403, admin: 403, rest: 404 } as const
const own = { visitor: 401, smeOwner: 'allowed', rest: 404 } as const
const on = (name: string) => (world: World) => {
  world.ids.needId = world.ids[name]!
  return Promise.resolve()
}
const onMissionsNeed = async (world: World) => {
  world.ids.needId = (await getMission(world.people.smeOwner, world.ids.missionId!)).needId
}

/** The second firm proposes that its need joins the first firm's, in which the first firm is too: it may reply as a leader and answer as a firm. */
const prepareMerge = async ({ group, people: { smeOwner }, ids }: World): Promise<void> => {
  const [, second] = group.owners
  const [mine, theirs] = [await anOpenNeed(smeOwner, group.id, amongMembers), await anOpenNeed(second!, group.id, amongMembers)]
  await aDraftPledge(smeOwner, theirs.id)
  const proposal = { id: newId(), otherNeedId: mine.id, keeps: 'other', answersBy: inDays(5) }
  ok(await second!.post(`/needs/${theirs.id}/merges`, proposal))
  Object.assign(ids, { mergeId: proposal.id, mergingNeedId: mine.id, otherNeedId: theirs.id })
}

export const access: AccessFile = {
  prepare: async (world) => {
    const { smeOwner, association } = world.people
    const found = await anOpenNeed(smeOwner, world.group.id, amongMembers)
    await prepareMerge(world)
    const [alertId, templateId] = [newId(), newId()]
    ok(await smeOwner.post('/alerts', { id: alertId, rhythm: 'daily', skill: 'crm' }))
    ok(await association.post(`/needs/${found.id}/templates`, { id: templateId, name: 'Pour la table' }))
    Object.assign(world.ids, { findingNeedId: found.id, alertId, templateId })
  },
  rows: {
    'GET /similar-needs': { who: { visitor: 401, rest: 'allowed' }, input: () => ({ title: 'Référencement de nos boutiques' }) },
    'GET /needs/:needId/likely-firms': {
      who: { ...known, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed' },
      before: on('findingNeedId'),
    },
    'POST /needs/:needId/firm-invitations': {
      who: { ...known, smeOwner: 'allowed', association: 'allowed' },
      before: on('findingNeedId'),
      input: ({ group }) => ({ firmId: group.owners[1]!.organisationId }),
    },
    'POST /needs/:needId/merges': {
      who: { ...known, smeOwner: 'allowed' },
      before: on('findingNeedId'),
      input: ({ ids }) => ({ id: newId(), otherNeedId: ids.otherNeedId, keeps: 'mine', answersBy: inDays(5) }),
    },
    'GET /needs/:needId/merge': {
      who: { smeMember: 'allowed', smeOwner: 'allowed', freelancer: 'allowed', association: 'allowed', admin: 'allowed', rest: 404 },
      before: on('mergingNeedId'),
    },
    'GET /needs/:needId/merge-choices': {
      who: { ...known, smeMember: 'allowed', smeOwner: 'allowed' },
      before: on('findingNeedId'),
    },
    'POST /merges/:mergeId/withdrawal': { who: inside, input: () => ({ version: 1 }) },
    'POST /merges/:mergeId/agreement': { who: { ...inside, smeOwner: 'allowed' }, input: () => ({ version: 1 }) },
    'POST /merges/:mergeId/refusal': { who: { ...inside, smeOwner: 'allowed' }, input: () => ({ version: 1 }) },
    'POST /merges/:mergeId/answers': { who: { ...inside, smeOwner: 'allowed' }, input: () => ({ accepts: false }) },
    'POST /alerts': {
      who: { visitor: 401, stranger: 403, association: 403, otherAssociation: 403, admin: 403, rest: 'allowed' },
      input: () => ({ id: newId(), rhythm: 'weekly', near: '42218', km: 20 }),
    },
    'GET /alerts': { who: { visitor: 401, stranger: 403, admin: 403, rest: 'allowed' } },
    'PATCH /alerts/:alertId': { who: own, input: () => ({ version: 1, rhythm: 'weekly' }) },
    'DELETE /alerts/:alertId': { who: own },
    // Whoever holds a letter's link is let in, and nobody holds this one.
    'POST /alert-stops': { who: { rest: 404 }, input: () => ({ token: 'inconnu' }) },
    'POST /needs/:needId/clones': {
      who: { ...known, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed' },
      before: onMissionsNeed,
      input: ({ group }) => ({ id: newId(), groupId: group.id }),
    },
    'POST /needs/:needId/templates': {
      who: { ...known, association: 'allowed' },
      before: on('findingNeedId'),
      input: () => ({ id: newId(), name: 'Pour la table' }),
    },
    'GET /templates': { who: { visitor: 401, rest: 'allowed' } },
    'POST /templates/:templateId/needs': {
      who: { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed', rest: 404 },
      input: ({ group }) => ({ id: newId(), groupId: group.id }),
    },
    'DELETE /templates/:templateId': {
      who: { visitor: 401, smeMember: 403, smeOwner: 403, association: 'allowed', rest: 404 },
    },
  },
}
