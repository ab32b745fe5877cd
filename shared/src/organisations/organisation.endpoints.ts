import { z } from 'zod'
import { sessionView } from '../accounts/account.schema.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { id } from '../ids/id.ts'
import { commune, createOrganisationInput, organisationView, siret, siretAnswer, updateOrganisationInput } from './organisation.schema.ts'

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
  refusals: ['SIRET_INVALID', 'SIRET_ALREADY_USED', 'COMMUNE_UNKNOWN', 'EMAIL_NOT_CONFIRMED'],
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
  refusals: ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE', 'COMMUNE_UNKNOWN'],
})
