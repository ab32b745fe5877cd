import type { AccessFile } from '../support/access/access-row.ts'
import { ok } from '../support/personas.ts'

const firmsOwners = { visitor: 401, smeOwner: 'allowed', otherFirm: 'allowed', rest: 403 } as const
const freelancersOnly = { visitor: 401, freelancer: 'allowed', otherFreelancer: 'allowed', rest: 403 } as const
/** A share is known to its own firm and to nobody else. */
const ownShare = { visitor: 401, smeMember: 'allowed', smeOwner: 'allowed', rest: 404 } as const
const ownersShare = { ...ownShare, smeMember: 403 } as const
const parties = {
  visitor: 401,
  smeMember: 'allowed',
  smeOwner: 'allowed',
  freelancer: 'allowed',
  association: 'allowed',
  admin: 'allowed',
  rest: 404,
} as const
const returnTo = () => ({ returnTo: '/paiements' })

export const access: AccessFile = {
  prepare: async (world) => {
    const { url } = ok(await world.people.smeOwner.post('/payment-method/setup', returnTo())).body
    world.ids.checkoutSessionId = /cs_[A-Za-z0-9_]+/.exec(url)?.[0] ?? ''
  },
  rows: {
    'GET /payment-method': { who: { visitor: 401, stranger: 403, admin: 403, rest: 'allowed' } },
    'POST /payment-method/setup': { who: firmsOwners, input: returnTo },
    'POST /payment-method/refresh': {
      who: { visitor: 401, stranger: 403, admin: 403, smeMember: 'allowed', smeOwner: 'allowed', rest: 404 },
      input: (world) => ({ checkoutSessionId: world.ids.checkoutSessionId }),
    },
    'DELETE /payment-method': { who: firmsOwners },
    'GET /payout-account': { who: freelancersOnly },
    'POST /payout-account/onboarding': { who: freelancersOnly, input: returnTo },
    'POST /payout-account/refresh': { who: freelancersOnly },
    'GET /payouts': { who: freelancersOnly },
    'GET /freelancer-home': { who: freelancersOnly },
    'GET /shares/:shareId': { who: ownShare },
    'POST /shares/:shareId/refresh': { who: ownShare },
    'POST /shares/:shareId/payment': { who: ownersShare, input: returnTo },
    'POST /shares/:shareId/retry': { who: ownersShare },
    'GET /missions/:missionId/money': { who: parties },
    'GET /missions/:missionId/movements': { who: parties },
  },
}
