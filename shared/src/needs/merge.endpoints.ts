import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id } from '../ids/id.ts'
import { mergeChoices, mergeView, needMerge, proposeMergeInput } from './merge.schema.ts'

const needId = z.strictObject({ needId: id })
const merge = z.strictObject({ mergeId: id, version: z.int() })
const move = ['NOT_FOUND', 'LEADER_ONLY', 'OWNER_ONLY', 'GROUP_FROZEN', 'STALE_STATE'] as const

export const proposeMerge = defineEndpoint({
  name: 'proposeMerge',
  method: 'POST',
  path: '/needs/:needId/merges',
  access: 'signedIn',
  idempotency: 'required',
  input: proposeMergeInput,
  output: mergeView,
  refusals: [
    ...move,
    'MERGE_WITH_ITSELF',
    'MERGE_ACROSS_GROUPS',
    'MERGE_AFTER_BIDS',
    'MERGE_ALREADY_OPEN',
    'MERGE_DATE_TOO_LATE',
    'NEED_NOT_OPEN',
    'DEADLINE_PAST',
    'ALREADY_EXISTS',
  ],
})

export const agreeToMerge = defineEndpoint({
  name: 'agreeToMerge',
  method: 'POST',
  path: '/merges/:mergeId/agreement',
  access: 'signedIn',
  input: merge,
  output: mergeView,
  refusals: [...move, 'OTHER_LEADER_ONLY', 'MERGE_AFTER_BIDS', 'NEED_NOT_OPEN', 'DEADLINE_PAST'],
})

export const declineMerge = defineEndpoint({
  name: 'declineMerge',
  method: 'POST',
  path: '/merges/:mergeId/refusal',
  access: 'signedIn',
  input: merge,
  output: mergeView,
  refusals: [...move, 'OTHER_LEADER_ONLY'],
})

export const withdrawMerge = defineEndpoint({
  name: 'withdrawMerge',
  method: 'POST',
  path: '/merges/:mergeId/withdrawal',
  access: 'signedIn',
  input: merge,
  output: mergeView,
  refusals: [...move, 'PROPOSER_ONLY'],
})

/** A firm of the absorbed need says whether its pledge goes along, with the same cap and conditions. It may change its mind until the merge is done. */
export const answerMerge = defineEndpoint({
  name: 'answerMerge',
  method: 'POST',
  path: '/merges/:mergeId/answers',
  access: 'signedIn',
  input: z.strictObject({ mergeId: id, accepts: z.boolean() }),
  output: mergeView,
  refusals: [
    'NOT_FOUND',
    'OWNER_ONLY',
    'GROUP_FROZEN',
    'STALE_STATE',
    'NOT_IN_ABSORBED_NEED',
    'DEADLINE_PAST',
    'CAP_BELOW_MINIMUM',
    'CONDITION_ABOVE_CAP',
    'FIRMS_UNREACHABLE',
    'PRICE_UNREACHABLE',
    'START_UNREACHABLE',
  ],
})

export const getNeedMerge = defineEndpoint({
  name: 'getNeedMerge',
  method: 'GET',
  path: '/needs/:needId/merge',
  access: 'anyone',
  input: needId,
  output: needMerge,
  refusals: ['NOT_FOUND'],
})

export const listMergeChoices = defineEndpoint({
  name: 'listMergeChoices',
  method: 'GET',
  path: '/needs/:needId/merge-choices',
  access: 'signedIn',
  input: needId,
  output: mergeChoices,
  refusals: ['NOT_FOUND', 'LEADER_ONLY'],
})
