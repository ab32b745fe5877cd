import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { done } from '../http/page.ts'
import { id } from '../ids/id.ts'
import { findSimilarInput, likelyFirms, similarNeeds } from './finding.schema.ts'

/** Asked while a need is typed: who wants the same already, in the group and nearby. */
export const findSimilarNeeds = defineEndpoint({
  name: 'findSimilarNeeds',
  method: 'GET',
  path: '/similar-needs',
  access: 'signedIn',
  input: findSimilarInput,
  output: similarNeeds,
  refusals: ['COMMUNE_UNKNOWN'],
})

export const findLikelyFirms = defineEndpoint({
  name: 'findLikelyFirms',
  method: 'GET',
  path: '/needs/:needId/likely-firms',
  access: 'signedIn',
  input: z.strictObject({ needId: id }),
  output: likelyFirms,
  refusals: ['NOT_FOUND', 'LEADER_ONLY'],
})

/** One notice to one firm, once for each need. */
export const inviteFirm = defineEndpoint({
  name: 'inviteFirm',
  method: 'POST',
  path: '/needs/:needId/firm-invitations',
  access: 'signedIn',
  input: z.strictObject({ needId: id, firmId: id }),
  output: done,
  refusals: [
    'NOT_FOUND',
    'LEADER_ONLY',
    'OWNER_ONLY',
    'GROUP_FROZEN',
    'NEED_NOT_OPEN',
    'FIRM_NOT_IN_GROUP',
    'FIRM_ALREADY_IN',
    'ALREADY_INVITED',
  ],
})
