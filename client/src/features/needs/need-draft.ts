import { usualDays } from '@mutuo/shared/needs/blueprint.rules.ts'
import type { createNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedContent, NeedView, ShareKey, Weighing } from '@mutuo/shared/needs/need.schema.ts'
import type { InputFor } from '../../platform/api.ts'
import { newId } from '../../platform/new-id.ts'
import { daysAfter, eveningOf, parisDay } from './paris-evening.ts'
import type { Place } from './use-place.ts'

export type LotDraft = {
  id: string
  kind: 'common' | 'own'
  title: string
  description: string
  targetMinor: number | null
  shareKey: ShareKey
}

/** What the person has typed so far. */
export type NeedDraft = {
  id: string
  groupId: string | null
  title: string
  summary: string
  skills: NeedContent['skills']
  commune: Place | null
  lots: LotDraft[]
  weighBy: Weighing['by']
  measure: string
  minimumShareMinor: number | null
  minFirms: number
  targetFirms: number
  gatheringDay: string
  bidsDay: string
  voteDay: string
  startsOn: string
  rules: NeedContent['rules']
  /** The steps that a need used again brings along. */
  milestones?: NonNullable<NeedContent['expectedMilestones']> | undefined
}

export const emptyLot = (kind: LotDraft['kind']): LotDraft => ({
  id: newId(),
  kind,
  title: '',
  description: '',
  targetMinor: null,
  shareKey: 'equal',
})

/** Dates that leave time to each: three weeks to gather, two to bid, one to vote. */
export const emptyDraft = (today = parisDay(new Date())): NeedDraft => ({
  id: newId(),
  groupId: null,
  title: '',
  summary: '',
  skills: [],
  commune: null,
  lots: [emptyLot('common')],
  weighBy: 'headcount',
  measure: '',
  minimumShareMinor: null,
  minFirms: 4,
  targetFirms: 6,
  gatheringDay: daysAfter(today, usualDays.gathering),
  bidsDay: daysAfter(today, usualDays.bids),
  voteDay: daysAfter(today, usualDays.vote),
  startsOn: daysAfter(today, usualDays.start),
  rules: { bidsDuringGathering: true, bidsSealed: false, negotiationDays: 0, ballotMethod: 'score', visibility: 'public' },
})

export const draftOf = ({ id, group, content, commune }: NeedView): NeedDraft => ({
  id,
  groupId: group.id,
  title: content.title,
  summary: content.summary,
  skills: content.skills,
  commune: { code: content.communeCode, name: commune },
  lots: content.lots.map((lot) => ({ shareKey: 'equal', ...lot })),
  weighBy: content.weighing?.by ?? 'headcount',
  measure: content.weighing?.by === 'own' ? content.weighing.measure : '',
  minimumShareMinor: content.minimumShareMinor || null,
  minFirms: content.minFirms,
  targetFirms: content.targetFirms,
  gatheringDay: parisDay(content.gatheringClosesAt),
  bidsDay: parisDay(content.bidsCloseAt),
  voteDay: parisDay(content.voteClosesAt),
  startsOn: content.startsOn,
  rules: content.rules,
  milestones: content.expectedMilestones,
})

/** What is sent, once the form has found it complete. */
export const contentOf = (draft: NeedDraft & { commune: Place }): Omit<InputFor<typeof createNeed>, 'id' | 'groupId'> => ({
  title: draft.title.trim(),
  summary: draft.summary.trim(),
  skills: draft.skills,
  communeCode: draft.commune.code,
  lots: draft.lots.map(({ id, kind, title, description, targetMinor, shareKey }) => {
    const lot = { id, title: title.trim(), description: description.trim(), targetMinor: targetMinor ?? 0 }
    return kind === 'common' ? { ...lot, kind, shareKey } : { ...lot, kind }
  }),
  weighing:
    draft.weighBy === 'own' && draft.measure.trim()
      ? { by: 'own', measure: draft.measure.trim() }
      : { by: draft.weighBy === 'own' ? 'headcount' : draft.weighBy },
  minimumShareMinor: draft.minimumShareMinor ?? 0,
  minFirms: draft.minFirms,
  targetFirms: draft.targetFirms,
  gatheringClosesAt: eveningOf(draft.gatheringDay),
  bidsCloseAt: eveningOf(draft.bidsDay),
  voteClosesAt: eveningOf(draft.voteDay),
  startsOn: draft.startsOn,
  rules: draft.rules,
  expectedMilestones: (draft.milestones ?? [])
    .map((milestone) => ({ ...milestone, title: milestone.title.trim() }))
    .filter(({ lotId, title }) => title !== '' && draft.lots.some((lot) => lot.id === lotId)),
})
