import type { AccessFile, World } from '../support/access/access-row.ts'
import { amongMembers } from '../support/access/put-to-vote.ts'
import { aDraftNeed, aNeedInput, anOpenNeed, inDays } from '../support/builders/need.ts'

/** Members, their association and freelancers with its skills know that an open need exists; they may not all do the same with it. */
const known = { visitor: 401, smeMember: 403, smeOwner: 403, freelancer: 403, association: 403, admin: 403, rest: 404 } as const
const leaders = { ...known, smeOwner: 'allowed', association: 'allowed' } as const
const associationOnly = { ...known, association: 'allowed' } as const
const reason = () => ({ reason: 'Pour essayer' })
const on = (name: string) => async (world: World) => void (world.ids.needId = world.ids[name]!)

export const access: AccessFile = {
  prepare: async (world) => {
    const { smeOwner } = world.people
    const [open, draft, doomed] = await Promise.all([
      anOpenNeed(smeOwner, world.group.id, amongMembers),
      aDraftNeed(smeOwner, world.group.id, amongMembers),
      anOpenNeed(smeOwner, world.group.id, amongMembers),
    ])
    Object.assign(world.ids, { needId: open.id, openNeedId: open.id, draftNeedId: draft.id, doomedNeedId: doomed.id })
  },
  rows: {
    'POST /needs': {
      who: { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', association: 'allowed', rest: 403 },
      input: (world) => aNeedInput(world.group.id),
    },
    // A draft is known to its own firm, and to the platform.
    'PATCH /needs/:needId': {
      who: { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', admin: 403, rest: 404 },
      before: on('draftNeedId'),
      input: () => ({ version: 1, summary: 'Autrement dit' }),
    },
    'POST /needs/:needId/publication': {
      who: { visitor: 401, smeMember: 403, smeOwner: 'allowed', admin: 403, rest: 404 },
      before: on('draftNeedId'),
    },
    'POST /needs/:needId/approval': { who: associationOnly, before: on('openNeedId') },
    'POST /needs/:needId/return': { who: associationOnly, before: on('openNeedId'), input: reason },
    'POST /needs/:needId/bidding': { who: leaders, before: on('openNeedId') },
    'POST /needs/:needId/negotiation': { who: leaders, before: on('openNeedId') },
    'POST /needs/:needId/vote': { who: leaders, before: on('openNeedId') },
    'POST /needs/:needId/extension': {
      who: leaders,
      before: on('openNeedId'),
      input: () => ({ gatheringClosesAt: inDays(10), bidsCloseAt: inDays(15), voteClosesAt: inDays(22) }),
    },
    'POST /needs/:needId/cancellation': { who: leaders, before: on('doomedNeedId'), input: reason },
    'GET /needs': { who: { rest: 'allowed' }, before: on('openNeedId') },
    'GET /needs/:needId': {
      who: { smeMember: 'allowed', smeOwner: 'allowed', freelancer: 'allowed', association: 'allowed', admin: 'allowed', rest: 404 },
    },
    'FOLLOW need': {
      who: {
        visitor: 401,
        smeMember: 'allowed',
        smeOwner: 'allowed',
        freelancer: 'allowed',
        association: 'allowed',
        admin: 'allowed',
        rest: 403,
      },
    },
  },
}
