import { v7 as newId } from 'uuid'
import type { AccessFile, AccessPersona, World } from '../support/access/access-row.ts'
import type { Client } from '../support/client/http-client.ts'
import { PASSWORD, type Person } from '../support/personas.ts'

const signedIn = { visitor: 401, rest: 'allowed' } as const
const anybody = { rest: 'allowed' } as const
/** No letter was written with it: who asks has nothing to do with the answer. */
const aToken = 'A'.repeat(43)
const nobody = () => ({ email: `personne-${newId()}@exemple.test` })

export const access: AccessFile = {
  rows: {
    'GET /session': { who: anybody },
    'POST /accounts': { who: anybody, input: () => ({ id: newId(), name: 'Nouvelle', ...nobody(), password: PASSWORD, locale: 'fr' }) },
    'POST /accounts/confirmation': { who: anybody, input: () => ({ token: aToken }) },
    'POST /accounts/confirmation/letter': { who: anybody, input: nobody },
    'POST /accounts/password-reset/letter': { who: anybody, input: nobody },
    'POST /accounts/password-reset': { who: anybody, input: () => ({ token: aToken, password: PASSWORD }) },
    // A wrong password is refused to everybody alike; a right one is tried in tests/api/accounts.
    'POST /session': { who: { rest: 401 }, input: () => ({ ...nobody(), password: 'ce n’est pas le bon' }) },
    'DELETE /session': {
      who: signedIn,
      // Each leaves a session of its own; the persona's goes on.
      as: (world, persona) => signedInAgain(world, persona),
    },
    'POST /account/password': { who: { visitor: 401, rest: 'allowed' }, input: () => ({ current: PASSWORD, password: PASSWORD }) },
    'PATCH /account': { who: signedIn, input: () => ({ locale: 'fr' }) },
    'POST /session/organisation': {
      who: { visitor: 401, smeOwner: 'allowed', smeMember: 'allowed', rest: 403 },
      input: (world) => ({ organisationId: world.ids.organisationId }),
    },
    'GET /account/sessions': { who: signedIn },
    'DELETE /account/sessions': { who: signedIn },
    'FOLLOW user': { who: { visitor: 401, smeOwner: 'allowed', rest: 403 } },
  },
}

const signedInAgain = async ({ app, people }: World, persona: AccessPersona): Promise<Client> => {
  const { email, password } = people[persona] as Partial<Person>
  const client = app.client()
  if (email !== undefined) await client.post('/session', { email, password })
  return client
}
