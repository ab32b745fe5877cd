import { v7 as newId } from 'uuid'
import type { AccessFile } from '../support/access/access-row.ts'
import { anOrganisationInput } from '../support/builders/organisation.ts'
import { aSiret } from '../support/builders/siret.ts'

const signedIn = { visitor: 401, rest: 'allowed' } as const

export const access: AccessFile = {
  rows: {
    'GET /sirets/:siret': { who: signedIn, before: async (world) => void (world.ids.siret = aSiret()) },
    'GET /communes': { who: { rest: 'allowed' }, input: () => ({ q: 'saint' }) },
    // The address is wrong on purpose: a new organisation would change for whom the persona acts in the rows that follow.
    'POST /organisations': {
      who: signedIn,
      input: () =>
        anOrganisationInput('sme', { address: { street: '1 rue', postcode: '00000', commune: 'Nulle part', communeCode: '00000' } }),
    },
    'GET /organisations/:organisationId': { who: signedIn },
    'PATCH /organisations/:organisationId': {
      who: { visitor: 401, smeOwner: 'allowed', rest: 403 },
      input: () => ({ version: 1, headline: 'Pain bio' }),
    },
    'POST /organisations/:organisationId/colleagues': {
      who: { visitor: 401, smeOwner: 'allowed', rest: 403 },
      input: () => ({ email: `collegue-${newId()}@exemple.test`, role: 'member' }),
    },
    'POST /colleague-invitations/acceptance': { who: signedIn, input: () => ({ token: 'A'.repeat(43) }) },
    // Of its owner, who is the last one: refused to the owner too, but for another reason.
    'DELETE /organisations/:organisationId/colleagues/:userId': { who: { visitor: 401, smeOwner: 'allowed', rest: 403 } },
    'FOLLOW organisation': { who: { visitor: 401, smeOwner: 'allowed', smeMember: 'allowed', rest: 403 } },
  },
}
