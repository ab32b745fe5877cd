import { v7 as newId } from 'uuid'
import type { AccessFile } from '../support/access/access-row.ts'
import { aBidInput } from '../support/builders/bid.ts'
import { bidOnPage } from '../support/builders/mission.ts'
import { amongMembers } from '../support/access/put-to-vote.ts'
import { anOpenNeed, dayIn, getNeed } from '../support/builders/need.ts'
import { ok } from '../support/personas.ts'

const inside = {
  visitor: 401,
  smeMember: 'allowed',
  smeOwner: 'allowed',
  freelancer: 'allowed',
  association: 'allowed',
  admin: 'allowed',
  rest: 404,
} as const
/** Known to the group, answered by the author's owner. */
const answering = { visitor: 401, smeMember: 403, smeOwner: 403, freelancer: 'allowed', association: 403, admin: 403, rest: 404 } as const
/** Asked by the owner of the firm that leads. */
const asking = { visitor: 401, smeMember: 403, smeOwner: 'allowed', freelancer: 403, association: 403, admin: 403, rest: 404 } as const
const version = () => ({ version: 1 })

const author = { visitor: 401, freelancer: 'allowed', rest: 404 } as const

export const access: AccessFile = {
  prepare: async (world) => {
    const need = await getNeed(world.people.smeOwner, world.ids.openNeedId!)
    world.ids.bidId = (await bidOnPage(world.people.freelancer, need)).id
    const talked = await anOpenNeed(world.people.smeOwner, world.group.id, amongMembers)
    const bid = await bidOnPage(world.people.freelancer, talked)
    const asked = { id: newId(), message: 'Plus tôt ?', deliversOn: dayIn(80) }
    ok(await world.people.smeOwner.post(`/bids/${bid.id}/counter-offers`, asked))
    world.ids.counterOfferId = asked.id
  },
  rows: {
    'POST /needs/:needId/bids': {
      who: { visitor: 401, freelancer: 'allowed', stranger: 403, smeMember: 403, smeOwner: 403, association: 403, admin: 403, rest: 404 },
      input: async (world) => aBidInput(await getNeed(world.people.smeOwner, world.ids.openNeedId!)),
    },
    'GET /needs/:needId/bids': {
      who: {
        visitor: 401,
        smeMember: 'allowed',
        smeOwner: 'allowed',
        freelancer: 'allowed',
        association: 'allowed',
        admin: 'allowed',
        rest: 404,
      },
    },
    'GET /bids/:bidId': {
      who: {
        visitor: 401,
        smeMember: 'allowed',
        smeOwner: 'allowed',
        freelancer: 'allowed',
        association: 'allowed',
        admin: 'allowed',
        rest: 404,
      },
    },
    'GET /bids': { who: { visitor: 401, freelancer: 'allowed', otherFreelancer: 'allowed', rest: 403 } },
    'POST /bids/:bidId/shortlist': {
      who: { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', freelancer: 403, association: 403, admin: 403, rest: 404 },
      input: () => ({ version: 2, isShortlisted: true }),
    },
    'PATCH /bids/:bidId': {
      who: author,
      input: async (world) => {
        const { id: _, ...content } = aBidInput(await getNeed(world.people.smeOwner, world.ids.openNeedId!))
        return { version: 2, ...content }
      },
    },
    'POST /bids/:bidId/counter-offers': {
      who: asking,
      input: () => ({ id: newId(), message: 'Plus tôt ?', deliversOn: dayIn(80) }),
    },
    'GET /bids/:bidId/history': { who: inside },
    'GET /needs/:needId/bids/export': { who: inside },
    'POST /counter-offers/:counterOfferId/answer': { who: answering, input: () => ({ version: 1, message: 'Peut-être' }) },
    'POST /counter-offers/:counterOfferId/acceptance': { who: answering, input: version },
    'POST /counter-offers/:counterOfferId/refusal': { who: answering, input: version },
    'POST /counter-offers/:counterOfferId/agreement': { who: asking, input: version },
    'POST /counter-offers/:counterOfferId/withdrawal': { who: asking, input: version },
    'POST /bids/:bidId/submission': { who: author, input: () => ({ version: 2 }) },
    'POST /bids/:bidId/withdrawal': { who: author, input: () => ({ version: 2, reason: 'Plus de temps' }) },
  },
}
