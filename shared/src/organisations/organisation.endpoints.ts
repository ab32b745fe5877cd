import { z } from 'zod'
import { secretToken, sessionView } from '../accounts/account.schema.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id } from '../ids/id.ts'
import {
  colleagueInput,
  commune,
  createOrganisationInput,
  organisationView,
  siret,
  siretAnswer,
  updateOrganisationInput,
} from './organisation.schema.ts'

/** Never required to sign up: where the register is away the form is filled by hand. */
export const lookUpSiret = defineEndpoint({
  name: 'lookUpSiret',
  method: 'GET',
  path: '/sirets/:siret',
  access: 'signedIn',
  input: z.strictObject({ siret }),
  output: siretAnswer,
  refusals: ['SIRET_INVALID'],
})

export const findCommunes = defineEndpoint({
  name: 'findCommunes',
  method: 'GET',
  path: '/communes',
  access: 'anyone',
  input: z.strictObject({ q: z.string().trim().min(2).max(60) }),
  output: z.strictObject({ items: z.array(commune) }),
  refusals: [],
})

/** The session then acts for the new organisation, whose owner the person is. */
export const createOrganisation = defineEndpoint({
  name: 'createOrganisation',
  method: 'POST',
  path: '/organisations',
  access: 'signedIn',
  idempotency: 'required',
  input: createOrganisationInput,
  output: sessionView,
  refusals: ['SIRET_INVALID', 'SIRET_ALREADY_USED', 'COMMUNE_UNKNOWN', 'ACTIVITY_UNKNOWN'],
})

export const getOrganisation = defineEndpoint({
  name: 'getOrganisation',
  method: 'GET',
  path: '/organisations/:organisationId',
  access: 'signedIn',
  input: z.strictObject({ organisationId: id }),
  output: organisationView,
  refusals: ['NOT_FOUND'],
})

export const updateOrganisation = defineEndpoint({
  name: 'updateOrganisation',
  method: 'PATCH',
  path: '/organisations/:organisationId',
  access: 'signedIn',
  input: updateOrganisationInput,
  output: organisationView,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE', 'COMMUNE_UNKNOWN', 'ACTIVITY_UNKNOWN'],
})

/** Answers the same whether the address has an account; the letter is valid 7 days, once, for that address. */
export const inviteColleague = defineEndpoint({
  name: 'inviteColleague',
  method: 'POST',
  path: '/organisations/:organisationId/colleagues',
  access: 'signedIn',
  idempotency: 'required',
  input: colleagueInput,
  output: done,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'TOO_MANY_REQUESTS'],
})

/** The session then acts for the organisation. */
export const joinOrganisation = defineEndpoint({
  name: 'joinOrganisation',
  method: 'POST',
  path: '/colleague-invitations/acceptance',
  access: 'signedIn',
  input: z.strictObject({ token: secretToken }),
  output: sessionView,
  refusals: ['TOKEN_INVALID'],
})

/** An owner removes a colleague, or a person leaves; at least one owner stays. */
export const removeColleague = defineEndpoint({
  name: 'removeColleague',
  method: 'DELETE',
  path: '/organisations/:organisationId/colleagues/:userId',
  access: 'signedIn',
  input: z.strictObject({ organisationId: id, userId: id }),
  output: done,
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'LAST_OWNER'],
})
