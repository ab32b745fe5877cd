import type { TFunction } from 'i18next'
import type { NeedDraft } from './need-draft.ts'
import { parisDay } from './paris-evening.ts'

export type Faults = Record<string, string | undefined>

/** The step at which a field can be put right. */
export const stepOf = (field: string): number => {
  if (/^(groupId|title|summary|skills|commune|lots|measure)/.test(field)) return 1
  return /^(minFirms|targetFirms|minimumShareMinor|gatheringDay|bidsDay|voteDay|startsOn)$/.test(field) ? 2 : 3
}

/** What the first step can see by itself; the server has the last word. */
export const faultsOfWhat = (draft: NeedDraft, t: TFunction<'needs'>): Faults => ({
  groupId: draft.groupId ? undefined : t('form.groupMissing'),
  title: draft.title.trim() ? undefined : t('form.titleMissing'),
  skills: draft.skills.length === 0 ? t('form.skillsMissing') : draft.skills.length > 6 ? t('form.skillsTooMany') : undefined,
  commune: draft.commune ? undefined : t('form.communeMissing'),
  ...Object.fromEntries(
    draft.lots.flatMap((lot, index) => [
      [`lots.${index}.title`, lot.title.trim() ? undefined : t('form.lotTitleMissing', { number: index + 1 })],
      [`lots.${index}.targetMinor`, lot.targetMinor === null ? t('form.lotPriceMissing', { number: index + 1 }) : undefined],
    ]),
  ),
  measure: asksMeasure(draft) && !draft.measure.trim() ? t('form.measureMissing') : undefined,
  lots: draft.lots.every((lot) => lot.targetMinor === 0) ? t('form.lotsFree') : undefined,
})

const asksMeasure = ({ lots, weighBy }: NeedDraft) =>
  weighBy === 'own' && lots.some((lot) => lot.kind === 'common' && lot.shareKey === 'weight')

export const faultsOfNumbers = (draft: NeedDraft, t: TFunction<'needs'>, now = new Date()): Faults => {
  const { minFirms, targetFirms, gatheringDay, bidsDay, voteDay, startsOn } = draft
  const missing = t('form.dayMissing')
  return {
    minFirms: minFirms >= 2 && minFirms <= 200 ? undefined : t('form.minFirmsFault'),
    targetFirms: targetFirms >= minFirms && targetFirms <= 200 ? undefined : t('form.targetFirmsFault'),
    gatheringDay: !gatheringDay ? missing : gatheringDay <= parisDay(now) ? t('form.dayPast') : undefined,
    bidsDay: !bidsDay ? missing : bidsDay <= gatheringDay ? t('form.bidsBeforeGathering') : undefined,
    voteDay: !voteDay ? missing : voteDay <= bidsDay ? t('form.voteBeforeBids') : undefined,
    startsOn: !startsOn ? missing : startsOn < voteDay ? t('form.startsBeforeVote') : undefined,
  }
}

/** The fields of the contract under the names that the form gives them. */
const fieldOf: Record<string, string> = {
  gatheringClosesAt: 'gatheringDay',
  bidsCloseAt: 'bidsDay',
  voteClosesAt: 'voteDay',
  communeCode: 'commune',
}
export const fieldOfPath = (path: string) => fieldOf[path] ?? path

/** The codes that the server says of the whole form, at the field where they can be put right. */
export const fieldOfCode: Record<string, string> = {
  DEADLINE_PAST: 'gatheringDay',
  DEADLINES_OUT_OF_ORDER: 'bidsDay',
  TARGET_BELOW_MINIMUM: 'targetFirms',
  MINIMUM_SHARE_TOO_HIGH: 'minimumShareMinor',
  LOTS_MISSING: 'lots',
  COMMUNE_UNKNOWN: 'commune',
  NOT_A_MEMBER: 'groupId',
  GROUP_FROZEN: 'groupId',
}
