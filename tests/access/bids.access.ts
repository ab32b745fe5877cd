import type { AccessFile } from '../support/access/access-row.ts'
import { aBidInput } from '../support/builders/bid.ts'
import { bidOnPage } from '../support/builders/mission.ts'
import { getNeed } from '../support/builders/need.ts'

const author = { visitor: 401, freelancer: 'allowed', rest: 404 } as const

export const access: AccessFile = {
  prepare: async (world) => {
    const need = await getNeed(world.people.smeOwner, world.ids.openNeedId!)
    world.ids.bidId = (await bidOnPage(world.people.freelancer, need)).id
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
    'POST /bids/:bidId/submission': { who: author, input: () => ({ version: 2 }) },
    'POST /bids/:bidId/withdrawal': { who: author, input: () => ({ version: 2, reason: 'Plus de temps' }) },
  },
}
