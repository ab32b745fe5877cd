import { v7 as newId } from 'uuid'
import { ok } from '../support/personas.ts'
import type { AccessFile, World } from '../support/access/access-row.ts'
import { putToVote } from '../support/access/put-to-vote.ts'

/** A ballot is known to its voters, to their association and to the platform; to bidders it does not exist. */
const known = { visitor: 401, smeMember: 403, smeOwner: 403, association: 403, admin: 403, rest: 404 } as const
const readers = { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed', admin: 'allowed', rest: 404 } as const
const ownFreelancer = { visitor: 401, freelancer: 'allowed', rest: 404 } as const

const paper = ({ ids }: World) => ({ abstains: false, choices: [{ bidId: ids.votedBidId, value: 5 }] })

/** The first firm asks its colleague to vote; a second time it has asked already. */
const askColleague = async ({ ids, people }: World) => {
  const id = newId()
  const holder = { kind: 'colleague', userId: people.smeMember.userId }
  const { status } = await people.smeOwner.post(`/ballots/${ids.ballotId}/proxies`, { id, holder })
  if (status < 300) ids.askedProxyId = id
  ids.proxyId = ids.askedProxyId ?? ''
}

export const access: AccessFile = {
  prepare: async (world) => {
    const { ballot, bid } = await putToVote(world)
    const { people, group } = world
    const [heldProxyId, objectionId] = [newId(), newId()]
    const holder = { kind: 'firm', firmId: people.smeOwner.organisationId }
    ok(await group.owners[1]!.post(`/ballots/${ballot.id}/proxies`, { id: heldProxyId, holder }))
    ok(await people.smeOwner.post(`/ballots/${ballot.id}/conflicts`, { id: objectionId, bidId: bid.id, reason: 'Il travaille en face.' }))
    Object.assign(world.ids, { ballotId: ballot.id, votedBidId: bid.id, heldProxyId, objectionId })
  },
  rows: {
    'GET /ballots/:ballotId': { who: readers },
    'GET /ballots/:ballotId/record.pdf': { who: readers },
    'GET /ballots/:ballotId/closing.ics': { who: readers },
    'POST /ballots/:ballotId/reminders': { who: { ...known, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed' } },
    'POST /ballots/:ballotId/proxies/:proxyId/revocation': { who: { ...known, smeOwner: 'allowed' }, before: askColleague },
    'POST /ballots/:ballotId/proxies': {
      who: { ...known, smeOwner: 'allowed' },
      input: ({ group }) => ({ id: newId(), holder: { kind: 'firm', firmId: group.owners[2]!.organisationId } }),
    },
    'POST /ballots/:ballotId/proxies/:proxyId/votes': {
      who: { ...known, smeOwner: 'allowed' },
      before: async ({ ids }) => void (ids.proxyId = ids.heldProxyId ?? ''),
      input: paper,
    },
    'POST /ballots/:ballotId/telephone-votes': {
      who: { ...known, association: 'allowed' },
      input: (world) => ({ ...paper(world), firmId: world.group.owners[2]!.organisationId }),
    },
    'POST /ballots/:ballotId/votes': { who: { ...known, smeOwner: 'allowed' }, input: paper },
    'POST /ballots/:ballotId/conflicts': {
      who: { ...known, smeOwner: 'allowed' },
      input: ({ ids }) => ({ id: newId(), bidId: ids.votedBidId, reason: 'Il travaille en face.' }),
    },
    'GET /objections/:ballotId/:objectionId': { who: ownFreelancer },
    'POST /objections/:ballotId/:objectionId/reply': { who: ownFreelancer, input: () => ({ text: 'Plus depuis mars.' }) },
    'POST /ballots/:ballotId/objections/:objectionId/adoption': {
      who: { ...known, smeOwner: 'allowed' },
      input: () => ({ change: 'Livrée en mai' }),
    },
    'POST /ballots/:ballotId/objections/:objectionId/ruling': {
      who: { ...known, association: 'allowed' },
      input: () => ({ ruling: 'dismissed', reason: 'Les deux entendus' }),
    },
    'POST /ballots/:ballotId/objections/:objectionId/lifting': { who: { ...known, smeOwner: 'allowed' } },
    'POST /ballots/:ballotId/casting-vote': {
      who: { ...known, association: 'allowed' },
      input: (world) => ({ bidId: world.ids.votedBidId, reason: 'La plus complète' }),
    },
    'POST /ballots/:ballotId/closing': { who: { ...known, smeOwner: 'allowed', association: 'allowed' } },
    // Last: who has stepped aside votes no longer.
    'POST /ballots/:ballotId/withdrawal': {
      who: { ...known, smeOwner: 'allowed' },
      input: () => ({ reason: 'Mon frère a déposé une offre.' }),
    },
  },
}
