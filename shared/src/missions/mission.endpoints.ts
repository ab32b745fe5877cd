import { z } from 'zod'
import { defineEndpoint } from '../http/endpoint.ts'
import { pageInput, pageOf } from '../http/page.ts'
import { id, line } from '../ids/id.ts'
import { deliverInput, missionCard, missionView, nameDelegatesInput } from './mission.schema.ts'

const milestone = z.strictObject({ missionId: id, milestoneId: id, version: z.int() })
const refusals = ['NOT_FOUND', 'STALE_STATE', 'GROUP_FROZEN', 'MISSION_NOT_ACTIVE'] as const

export const listMissions = defineEndpoint({
  name: 'listMissions',
  method: 'GET',
  path: '/missions',
  access: 'signedIn',
  input: z.strictObject(pageInput),
  output: pageOf(missionCard),
  refusals: [],
})

export const getMission = defineEndpoint({
  name: 'getMission',
  method: 'GET',
  path: '/missions/:missionId',
  access: 'signedIn',
  input: z.strictObject({ missionId: id }),
  output: missionView,
  refusals: ['NOT_FOUND'],
})

export const deliverMilestone = defineEndpoint({
  name: 'deliverMilestone',
  method: 'POST',
  path: '/missions/:missionId/milestones/:milestoneId/delivery',
  access: 'signedIn',
  idempotency: 'required',
  input: deliverInput,
  output: missionView,
  refusals: [...refusals, 'NOT_THE_FREELANCER', 'CONTRACT_NOT_ACCEPTED'],
})

/** A common lot by the charter's rule, an own lot by its own firm. Two at once: both count, one release. */
export const acceptMilestone = defineEndpoint({
  name: 'acceptMilestone',
  method: 'POST',
  path: '/missions/:missionId/milestones/:milestoneId/acceptance',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ missionId: id, milestoneId: id }),
  output: missionView,
  refusals: [...refusals, 'OWNER_ONLY', 'MILESTONE_NOT_DELIVERED', 'ALREADY_ACCEPTED', 'NOT_A_DELEGATE'],
})

/** The leader or the association names the firms that accept common lots for all; deliveries from then on ask them. */
export const nameDelegates = defineEndpoint({
  name: 'nameDelegates',
  method: 'POST',
  path: '/missions/:missionId/delegates',
  access: 'signedIn',
  idempotency: 'required',
  input: nameDelegatesInput,
  output: missionView,
  refusals: [...refusals, 'LEADER_ONLY', 'OWNER_ONLY', 'NO_DELEGATES', 'NOT_A_PARTY'],
})

export const requestChanges = defineEndpoint({
  name: 'requestChanges',
  method: 'POST',
  path: '/missions/:missionId/milestones/:milestoneId/changes',
  access: 'signedIn',
  idempotency: 'required',
  input: milestone.extend({ items: z.array(line(300)).min(1).max(20) }),
  output: missionView,
  refusals: [...refusals, 'OWNER_ONLY', 'MILESTONE_NOT_DELIVERED'],
})

/** Holds back the firm's own part, and nobody else's. */
export const contestMilestone = defineEndpoint({
  name: 'contestMilestone',
  method: 'POST',
  path: '/missions/:missionId/milestones/:milestoneId/contestation',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ missionId: id, milestoneId: id, reason: line(1000) }),
  output: missionView,
  refusals: [...refusals, 'OWNER_ONLY', 'MILESTONE_NOT_DELIVERED'],
})

/** The firm, or the association after mediation, lifts a contestation: the part is then accepted. */
export const settleContestation = defineEndpoint({
  name: 'settleContestation',
  method: 'POST',
  path: '/missions/:missionId/milestones/:milestoneId/settlement',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ missionId: id, milestoneId: id, firmId: id, note: line(1000) }),
  output: missionView,
  refusals: [...refusals, 'ASSOCIATION_ONLY'],
})

/** Refunds to each firm its own part that was not released. */
export const cancelMission = defineEndpoint({
  name: 'cancelMission',
  method: 'POST',
  path: '/missions/:missionId/cancellation',
  access: 'signedIn',
  idempotency: 'required',
  input: z.strictObject({ missionId: id, version: z.int(), reason: line(1000) }),
  output: missionView,
  refusals: [...refusals, 'ASSOCIATION_ONLY'],
})
