import { z } from 'zod'
import { abilityOf } from '../http/page.ts'
import { day, id, instant, text } from '../ids/id.ts'
import { organisationMark } from '../organisations/organisation.schema.ts'

export const mergeState = z.enum(['proposed', 'agreed', 'merged', 'declined', 'withdrawn', 'lapsed'])

/** `needId` is the proposer's own need. `keeps`: which of the two goes on; the pledges of the other one come along. */
export const proposeMergeInput = z.strictObject({
  id,
  needId: id,
  otherNeedId: id,
  keeps: z.enum(['mine', 'other']),
  answersBy: instant,
  message: text(500).default(''),
})

const mergedNeed = z.strictObject({
  id,
  title: z.string(),
  leader: organisationMark,
  closesAt: instant,
  startsOn: day,
  lots: z.array(z.strictObject({ title: z.string(), kind: z.enum(['common', 'own']) })),
  minFirms: z.int(),
  targetFirms: z.int(),
  firms: z.int(),
})

/** A merge, for the group. Who answered what is counted, never named: a firm reads its own answer. */
export const mergeView = z.strictObject({
  id,
  version: z.int(),
  state: mergeState,
  kept: mergedNeed,
  absorbed: mergedNeed,
  proposedBy: organisationMark,
  message: z.string(),
  answersBy: instant,
  answers: z.strictObject({ firms: z.int(), accepted: z.int(), refused: z.int() }),
  myAnswer: z.enum(['waiting', 'accepted', 'refused']).optional(),
  abilities: abilityOf(['agree', 'decline', 'withdraw', 'answer']),
})

/** The last merge of a need, for its group; for others, where a need went that was absorbed. */
export const needMerge = z.strictObject({
  merge: mergeView.optional(),
  mergedInto: z.strictObject({ id, title: z.string() }).optional(),
})

/** Needs of the group with which the viewer could propose to merge its own. */
export const mergeChoices = z.strictObject({ items: z.array(mergedNeed).max(50) })

export type MergeView = z.infer<typeof mergeView>
export type MergeState = z.infer<typeof mergeState>
export type MergedNeed = z.infer<typeof mergedNeed>
