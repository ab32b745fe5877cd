import { v7 as newId } from 'uuid'
import type { AccessFile } from '../support/access/access-row.ts'
import { finishMission, ofFreelancer, review } from '../support/builders/review.ts'
import { ok } from '../support/personas.ts'
import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'

const known = { visitor: 401, smeMember: 403, smeOwner: 403, freelancer: 403, association: 403, admin: 403, rest: 404 } as const
const everybody = { visitor: 401, rest: 'allowed' } as const
/** Two missions that are over: in one the days to write are past, so that its review is out. */
const windowAgoMs = 15 * 86_400_000

export const access: AccessFile = {
  prepare: async (world) => {
    const { smeOwner, freelancer } = world.people
    setClock(() => new Date(Date.now() - windowAgoMs))
    const past = await finishMission(world.group, freelancer)
    world.ids.reviewId = newId()
    ok(await review(smeOwner, past, ofFreelancer(), world.ids.reviewId))
    setClock(systemClock)
    world.ids.reviewedMissionId = await finishMission(world.group, freelancer)
  },
  rows: {
    'GET /missions/:missionId/reviews': {
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
    'POST /missions/:missionId/reviews': {
      who: { ...known, smeOwner: 'allowed', freelancer: 'allowed' },
      before: (world) => Promise.resolve(void (world.ids.missionId = world.ids.reviewedMissionId!)),
      input: (_, who) => ({
        id: newId(),
        content:
          who === 'freelancer'
            ? { kind: 'of_group', marks: { overall: 5, clarity: 5, availability: 5, payment: 5 }, text: '', wouldWorkAgain: true }
            : ofFreelancer(),
      }),
    },
    'PATCH /reviews/:reviewId': { who: { ...known, smeOwner: 'allowed' }, input: () => ({ version: 1, content: ofFreelancer() }) },
    'POST /reviews/:reviewId/reply': { who: { ...known, freelancer: 'allowed' }, input: () => ({ version: 1, text: 'Merci' }) },
    'POST /reviews/:reviewId/reports': {
      who: { ...known, freelancer: 'allowed', association: 'allowed' },
      input: () => ({ reason: 'Ce n’était pas nous' }),
    },
    'POST /reviews/:reviewId/hiding': {
      who: { ...known, association: 'allowed', admin: 'allowed' },
      input: () => ({ version: 99, reason: 'Insulte' }),
    },
    'GET /organisations/:organisationId/reviews': {
      who: everybody,
      before: (world) => Promise.resolve(void (world.ids.organisationId = world.people.freelancer.organisationId)),
    },
    'GET /groups/:groupId/reviews': { who: everybody },
    'GET /groups/:groupId/record': {
      who: { visitor: 401, freelancer: 'allowed', otherFreelancer: 'allowed', association: 'allowed', admin: 'allowed', rest: 403 },
    },
    'GET /awaited-reviews': { who: everybody },
    'GET /reported-reviews': { who: { visitor: 401, association: 'allowed', otherAssociation: 'allowed', admin: 'allowed', rest: 403 } },
  },
}
