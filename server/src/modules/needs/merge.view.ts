import { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import { standingOfMerge, type Standing } from '@mutuo/shared/needs/merge.rules.ts'
import type { MergedNeed, mergeChoices, MergeView, needMerge } from '@mutuo/shared/needs/merge.schema.ts'
import type { getNeedMerge as endpoint, listMergeChoices as choicesEndpoint } from '@mutuo/shared/needs/merge.endpoints.ts'
import { likenessOf } from '@mutuo/shared/needs/similarity.rules.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import type { z } from 'zod'
import { abilitiesOf, abilityOf } from '../../platform/access/abilities.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { organisations } from '../organisations/index.ts'
import { bothOf } from './find-merge.ts'
import { findNeed, isInside, maySee } from './find-need.ts'
import { mayAnswerMerge, mayReply, mayWithdrawMerge } from './merge.policy.ts'
import type { MergeRecord } from './merge.model.ts'
import { mergeStore } from './merge.store.ts'
import type { NeedRecord } from './need.model.ts'
import { mayEdit } from './need.policy.ts'
import { needStore } from './need.store.ts'
import { markIn } from './need.view.ts'
import { participation } from './participation.ts'

const MOST_CHOICES = 50

export const presentMerge = async (merge: MergeRecord, viewer: Viewer): Promise<MergeView> => {
  const { kept, absorbed } = await bothOf(merge)
  const [marks, firmIds] = await Promise.all([
    organisations.marksOf([kept.leaderId, absorbed.leaderId, merge.proposerId]),
    participation().liveFirmIds(absorbed._id),
  ])
  const standing = standingOfMerge(firmIds, merge.answers, absorbed.leaderId)
  const myAnswer = viewer.organisationId === absorbed.leaderId ? undefined : answerIn(standing, viewer.organisationId ?? '')
  return {
    id: merge._id,
    version: merge.version,
    state: merge.state,
    kept: presentMerged(kept, marks),
    absorbed: presentMerged(absorbed, marks),
    proposedBy: markIn(marks, merge.proposerId),
    message: merge.message,
    answersBy: merge.answersBy.toISOString(),
    answers: { firms: firmIds.length, accepted: standing.accepted.length, refused: standing.refused.length },
    ...(myAnswer && { myAnswer }),
    abilities: mergeAbilities(merge, viewer, myAnswer !== undefined),
  }
}

const answerIn = ({ accepted, refused, waiting }: Standing, firmId: string): MergeView['myAnswer'] => {
  if (accepted.includes(firmId)) return 'accepted'
  if (refused.includes(firmId)) return 'refused'
  return waiting.includes(firmId) ? 'waiting' : undefined
}

const mergeAbilities = (merge: MergeRecord, viewer: Viewer, isAsked: boolean): MergeView['abilities'] => {
  const leading = [
    ...(viewer.organisationId === merge.otherId ? (['other'] as const) : []),
    ...(viewer.organisationId === merge.proposerId ? (['proposer'] as const) : []),
  ]
  return [
    ...abilitiesOf(mergeProcess, merge.state, leading, {
      agree: mayReply(viewer, merge),
      decline: mayReply(viewer, merge),
      withdraw: mayWithdrawMerge(viewer, merge),
    }),
    ...(isAsked && canMove(mergeProcess, merge.state, 'answer', 'firm') ? [abilityOf('answer', mayAnswerMerge(viewer, true))] : []),
  ]
}

const presentMerged = (need: NeedRecord, marks: ReadonlyMap<string, OrganisationMark>): MergedNeed => ({
  id: need._id,
  title: need.content.title,
  leader: markIn(marks, need.leaderId),
  closesAt: need.closesAt.toISOString(),
  startsOn: need.content.startsOn,
  lots: need.content.lots.map(({ title, kind }) => ({ title, kind })),
  minFirms: need.content.minFirms,
  targetFirms: need.content.targetFirms,
  firms: need.firms,
})

/** The last merge of a need, for its group; others learn where a need went that was absorbed. @throws NOT_FOUND */
export const presentNeedMerge = async ({ viewer, input }: Call<typeof endpoint>): Promise<z.input<typeof needMerge>> => {
  const need = await findNeed(viewer, input.needId)
  const merge = await mergeStore.lastOf(need._id)
  if (!merge) return {}
  if (viewer && (await isInside(viewer, need))) return { merge: await presentMerge(merge, viewer) }
  if (merge.state !== 'merged' || merge.absorbedId !== need._id) return {}
  const { kept } = await bothOf(merge)
  return (await maySee(viewer, kept)) ? { mergedInto: { id: kept._id, title: kept.content.title } } : {}
}

/** The group's other needs that gather and have no bid yet, the most alike first. @throws NOT_FOUND, LEADER_ONLY */
export const listMergeChoices = async ({ viewer, input, now }: Call<typeof choicesEndpoint>): Promise<z.input<typeof mergeChoices>> => {
  const mine = await findNeed(viewer, input.needId)
  allow(mayEdit(viewer, mine))
  const filter = { groupId: mine.groupId, state: 'gathering' as const, closesAt: { $gte: now } }
  const others = (await needStore.compared(filter, MOST_CHOICES)).filter((need) => need._id !== mine._id && need.bidCount === 0)
  const marks = await organisations.marksOf([...new Set(others.map((need) => need.leaderId))])
  const alike = (need: Pick<NeedRecord, 'groupId' | 'areas' | 'skills' | 'content'>) =>
    likenessOf({ ...mine, title: mine.content.title }, { ...need, title: need.content.title }).score
  const sorted = others.map((need) => ({ need, score: alike(need) })).sort((a, b) => b.score - a.score)
  return { items: sorted.map(({ need }) => presentMerged(need as NeedRecord, marks)) }
}
