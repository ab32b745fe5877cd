import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { id, line, text } from '../ids/id.ts'
import { amendmentChange, amendmentList, amendmentPreview, amendmentView } from './amendment.schema.ts'
import { passwordAgain } from './contract.schema.ts'

/** Its words never change, so whoever answers has read them. */
const known = z.strictObject({ missionId: id, amendmentId: id })
const refusals = ['NOT_FOUND', 'OWNER_ONLY', 'STALE_STATE', 'GROUP_FROZEN', 'MISSION_NOT_ACTIVE'] as const
const changes = z.array(amendmentChange).min(1).max(40)
const ofChanges = [
  'NOT_A_PARTY',
  'LEADER_ONLY',
  'ALREADY_EXISTS',
  'AMENDMENT_CHANGES_NOTHING',
  'AMENDMENT_RISE_TOO_SMALL',
  'AMENDMENT_LEAVES_NOTHING',
  'MILESTONE_NOT_AMENDABLE',
  'DUE_DAY_PASSED',
  'NOT_YOUR_LOT',
  'LOTS_DO_NOT_MATCH',
] as const
const stepUp = ['STEP_UP_REQUIRED', 'TOO_MANY_REQUESTS'] as const

/** At most fifty: a mission that changes more often is another mission. */
export const listAmendments = defineEndpoint({
  name: 'listAmendments',
  method: 'GET',
  path: '/missions/:missionId/amendments',
  access: 'signedIn',
  input: z.strictObject({ missionId: id }),
  output: amendmentList,
  refusals: ['NOT_FOUND'],
})

/**
 * The freelancer, the firm that leads the need or the association proposes; its own word counts at once. The same id twice is the same amendment, so no
 * idempotency key keeps a trace of the password.
 */
export const proposeAmendment = defineEndpoint({
  name: 'proposeAmendment',
  method: 'POST',
  path: '/missions/:missionId/amendments',
  access: 'signedIn',
  input: z.strictObject({
    id,
    missionId: id,
    reason: text(1500).min(1),
    changes,
    password: passwordAgain,
  }),
  output: amendmentView,
  refusals: [...refusals, ...stepUp, ...ofChanges, 'AMENDMENT_ALREADY_OPEN'],
})

/** Nothing is kept. A firm reads its own share where no share falls: how a lower price is divided would tell of the others' parts. */
export const previewAmendment = defineEndpoint({
  name: 'previewAmendment',
  method: 'POST',
  path: '/missions/:missionId/amendments/preview',
  access: 'signedIn',
  input: z.strictObject({ missionId: id, changes }),
  output: amendmentPreview,
  refusals: [...refusals, ...ofChanges],
})

/** A party says yes, with its password; the word that makes it agreed applies it, or has those charged whose share rises. */
export const approveAmendment = defineEndpoint({
  name: 'approveAmendment',
  method: 'POST',
  path: '/missions/:missionId/amendments/:amendmentId/approval',
  access: 'signedIn',
  input: known.extend({ password: passwordAgain }),
  output: amendmentView,
  refusals: [...refusals, ...stepUp, 'NOT_A_PARTY', 'ALREADY_ACCEPTED', 'AMENDMENT_OUTDATED'],
})

/** A party says no, and why; where it cannot be agreed any more it is refused. */
export const refuseAmendment = defineEndpoint({
  name: 'refuseAmendment',
  method: 'POST',
  path: '/missions/:missionId/amendments/:amendmentId/refusal',
  access: 'signedIn',
  input: known.extend({ reason: line(1000) }),
  output: amendmentView,
  refusals: [...refusals, 'NOT_A_PARTY', 'ALREADY_ACCEPTED', 'AMENDMENT_OUTDATED'],
})

/** Who proposed takes it back. */
export const withdrawAmendment = defineEndpoint({
  name: 'withdrawAmendment',
  method: 'POST',
  path: '/missions/:missionId/amendments/:amendmentId/withdrawal',
  access: 'signedIn',
  input: known,
  output: amendmentView,
  refusals: [...refusals, 'NOT_A_PARTY'],
})
