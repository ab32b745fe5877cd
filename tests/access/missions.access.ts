import type { ShareOfferRecord } from '@mutuo/server/modules/missions/share-offer.model.ts'
import { shareOfferStore } from '@mutuo/server/modules/missions/share-offer.store.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import { transaction } from '@mutuo/server/platform/mongo/transaction.ts'
import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { v7 as newId } from 'uuid'
import type { AccessFile, World } from '../support/access/access-row.ts'
import { putToVote } from '../support/access/put-to-vote.ts'
import { acceptContract, getMission } from '../support/builders/mission.ts'
import { getNeed } from '../support/builders/need.ts'
import { ok, PASSWORD, type Persona } from '../support/personas.ts'

const parties = {
  visitor: 401,
  smeMember: 'allowed',
  smeOwner: 'allowed',
  freelancer: 'allowed',
  association: 'allowed',
  admin: 'allowed',
} as const
const known = { visitor: 401, smeMember: 403, smeOwner: 403, freelancer: 403, association: 403, admin: 403, rest: 404 } as const
const firmsOwner = { ...known, smeOwner: 'allowed' } as const

/** A share, and what is proposed to a firm, are known to its people and to nobody else. */
const own = { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', rest: 404 } as const
const ownersOwn = { ...own, smeMember: 403 } as const
const onMissionNeed = async (world: World) => void (world.ids.needId = world.ids.missionNeedId!)
const stale = () => ({ version: 999, reason: 'Pour essayer' })

/** As the waiting list would make it: a share of another firm is proposed. */
const anOfferTo = async (taker: Persona, { id: missionId, needId, group }: MissionView, leaving: Persona): Promise<string> => {
  const { my } = await getMission(leaving, missionId)
  const { shareId, netMinor, vatMinor, grossMinor } = my!
  const offerId = newId()
  const offer: ShareOfferRecord = {
    ...{ _id: offerId, missionId, needId, groupId: group.id, shareId, turn: 1, firmId: leaving.organisationId },
    ...{ toFirmId: taker.organisationId, cause: 'unpaid', state: 'open', version: 1, after: null },
    ...{ netMinor, vatMinor, grossMinor, commonNetMinor: netMinor, ownNetMinor: 0, vatRateBp: 0, vatMention: null },
    ...{ offeredAt: now(), expiresAt: new Date(now().getTime() + 3_600_000), settledAt: null, takenShareId: null },
  }
  await transaction((tx) => shareOfferStore.insert(offer, tx))
  return offerId
}

const password = PASSWORD
const amendment = (milestoneId: string) => ({
  reason: 'Le marché de Noël est avancé',
  changes: [{ kind: 'date', milestoneId, dueOn: '2031-05-01' }],
  password,
})

export const access: AccessFile = {
  prepare: async (world) => {
    const { smeOwner } = world.people
    const { needId, bid, ballot } = await putToVote(world)
    for (const owner of world.group.owners)
      ok(await owner.post(`/ballots/${ballot.id}/votes`, { abstains: false, choices: [{ bidId: bid.id, value: 5 }] }))
    ok(await smeOwner.post(`/ballots/${ballot.id}/closing`))
    await world.app.drain()
    const { missionId } = await getNeed(smeOwner, needId)
    const mission = await getMission(smeOwner, missionId ?? '')
    const amendmentId = newId()
    world.ids.missionNeedId = needId
    world.ids.offerId = await anOfferTo(smeOwner, mission, world.group.owners[1]!)
    Object.assign(world.ids, { missionId: mission.id, milestoneId: mission.milestones[0]!.id, shareId: mission.my!.shareId, amendmentId })
    const { freelancer } = world.people
    await acceptContract(freelancer, mission.id)
    ok(await freelancer.post(`/missions/${mission.id}/amendments`, { id: amendmentId, ...amendment(mission.milestones.at(-1)!.id) }))
  },
  rows: {
    'GET /missions': { who: { visitor: 401, rest: 'allowed' } },
    'GET /missions/:missionId': { who: { ...parties, rest: 404 } },
    'GET /missions/:missionId/contract': { who: { ...parties, rest: 404 } },
    'GET /missions/:missionId/contract.pdf': { who: { ...parties, rest: 404 } },
    'POST /missions/:missionId/contract/acceptance': {
      who: { ...known, smeOwner: 'allowed', freelancer: 'allowed', association: 'allowed' },
      input: () => ({ version: 1, password }),
    },
    // The charter leaves nothing to delegates, so that those who may name them are told so.
    'POST /missions/:missionId/delegates': {
      who: { ...firmsOwner, association: 'allowed' },
      input: (world) => ({ version: 1, firmIds: [world.people.smeOwner.organisationId] }),
    },
    'GET /missions/:missionId/amendments': { who: { ...parties, rest: 404 } },
    // One is open already, so that those who may are told so.
    'POST /missions/:missionId/amendments': {
      who: { ...known, smeOwner: 'allowed', freelancer: 'allowed', association: 'allowed' },
      input: (world) => ({ id: newId(), ...amendment(world.ids.milestoneId ?? '') }),
    },
    'POST /missions/:missionId/amendments/preview': {
      who: { ...known, smeOwner: 'allowed', freelancer: 'allowed', association: 'allowed' },
      input: (world) => ({ changes: amendment(world.ids.milestoneId ?? '').changes }),
    },
    'POST /missions/:missionId/amendments/:amendmentId/refusal': {
      who: { ...firmsOwner, freelancer: 'allowed' },
      input: () => ({ reason: 'Trop tôt pour moi' }),
    },
    'POST /missions/:missionId/amendments/:amendmentId/approval': {
      who: { ...firmsOwner, freelancer: 'allowed' },
      input: () => ({ password }),
    },
    'POST /missions/:missionId/amendments/:amendmentId/withdrawal': { who: { ...known, freelancer: 'allowed' } },
    'POST /missions/:missionId/milestones/:milestoneId/delivery': {
      who: { ...known, freelancer: 'allowed' },
      input: () => ({ version: 1, note: 'Le plan est là.', links: [] }),
    },
    'POST /missions/:missionId/milestones/:milestoneId/contestation': {
      who: firmsOwner,
      input: () => ({ reason: 'Il manque une boutique' }),
    },
    'POST /missions/:missionId/milestones/:milestoneId/settlement': {
      who: { ...known, smeOwner: 'allowed', association: 'allowed' },
      input: (world) => ({ firmId: world.people.smeOwner.organisationId, note: 'Réglé entre nous' }),
    },
    'POST /missions/:missionId/milestones/:milestoneId/changes': {
      who: firmsOwner,
      input: () => ({ version: 2, items: ['Ajouter la rue Gambetta'] }),
    },
    'POST /missions/:missionId/milestones/:milestoneId/acceptance': { who: firmsOwner },
    // With a version that is not the present one, so that the mission goes on for the rows of billing and chat.
    'POST /missions/:missionId/cancellation': {
      who: { ...known, association: 'allowed' },
      input: () => ({ version: 999, reason: 'Pour essayer' }),
    },
    'GET /needs/:needId/waiting-list': { who: { ...parties, rest: 404 }, before: onMissionNeed },
    'POST /needs/:needId/waiting-list': {
      who: firmsOwner,
      before: onMissionNeed,
      input: () => ({ capMinor: 90_000, takesOwnLots: true, consents: true }),
    },
    'DELETE /needs/:needId/waiting-list': { who: firmsOwner, before: onMissionNeed },
    'GET /share-offers': { who: { visitor: 401, rest: 'allowed' } },
    'GET /share-offers/:offerId': { who: own },
    'POST /share-offers/:offerId/acceptance': { who: ownersOwn, input: () => ({ consents: true }) },
    'POST /share-offers/:offerId/refusal': { who: ownersOwn },
    'GET /shares/:shareId/leaving': { who: own },
    // To a firm that has a share already, so that who may is told so.
    'POST /shares/:shareId/proposal': { who: ownersOwn, input: (world) => ({ firmId: world.group.owners[1]!.organisationId }) },
    'DELETE /shares/:shareId/proposal': { who: ownersOwn },
    'POST /shares/:shareId/notice': { who: ownersOwn, input: () => ({ reason: 'Je vends ma boutique' }) },
    'DELETE /shares/:shareId/notice': { who: ownersOwn },
    'GET /missions/:missionId/drop-outs': { who: { ...known, association: 'allowed', admin: 'allowed' } },
    'POST /missions/:missionId/drop-outs/:shareId/step': { who: { ...known, association: 'allowed' }, input: stale },
    'POST /missions/:missionId/drop-outs/:shareId/time': { who: { ...known, association: 'allowed' }, input: stale },
    'FOLLOW mission': { who: { ...parties, rest: 403 } },
  },
}
