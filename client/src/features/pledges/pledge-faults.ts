import type { TFunction } from 'i18next'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { isMeasured } from '@mutuo/shared/pledges/weighing.rules.ts'
import { ApiProblem } from '../../platform/api.ts'
import { problemText } from '../../platform/problem-text.ts'
import type { PledgeDraft } from './pledge-draft.ts'

export type PledgeField =
  'capMinor' | 'units' | 'measure' | 'minFirms' | 'maxShareMinor' | 'startsBefore' | 'excludedFirmIds' | 'requiredProofs' | 'coverMinor'
export type Faults = Partial<Record<PledgeField, string | undefined>>

/** What the form can see by itself; the server has the last word. */
export const faultsOf = (draft: PledgeDraft, need: NeedView, t: TFunction<'pledges'>): Faults => {
  const { capMinor, wantsCover, coverMinor, wantsPrice, maxShareMinor, wantsStart, startsBefore } = draft
  const most = (capMinor ?? 0) - (wantsCover ? (coverMinor ?? 0) : 0)
  return {
    capMinor: capMinor ? undefined : t('faults.cap'),
    units: draft.units >= 1 && draft.units <= 500 ? undefined : t('faults.units'),
    measure:
      isMeasured(need.content) && draft.measure === null ? t(`faults.measure.${need.content.weighing?.by ?? 'headcount'}`) : undefined,
    minFirms: draft.wantsFirms && (draft.minFirms < 2 || draft.minFirms > 200) ? t('faults.minFirms') : undefined,
    maxShareMinor: !wantsPrice
      ? undefined
      : maxShareMinor === null
        ? t('faults.priceMissing')
        : capMinor && maxShareMinor > most
          ? t('faults.priceAboveCap', { price: maxShareMinor, most })
          : undefined,
    startsBefore:
      wantsStart && (!startsBefore || startsBefore <= need.content.startsOn)
        ? t('faults.start', { day: need.content.startsOn })
        : undefined,
    excludedFirmIds: draft.wantsWithout && draft.excludedFirmIds.length === 0 ? t('faults.without') : undefined,
    requiredProofs: draft.wantsProofs && draft.requiredProofs.length === 0 ? t('faults.proofs') : undefined,
    coverMinor: !wantsCover
      ? undefined
      : !coverMinor
        ? t('faults.coverMissing')
        : capMinor && most <= 0
          ? t('faults.coverAboveCap')
          : undefined,
  }
}

const fieldOf: Record<string, PledgeField> = {
  CAP_BELOW_MINIMUM: 'capMinor',
  COVER_ABOVE_CAP: 'coverMinor',
  CONDITION_ABOVE_CAP: 'maxShareMinor',
  FIRMS_UNREACHABLE: 'minFirms',
  PRICE_UNREACHABLE: 'maxShareMinor',
  START_UNREACHABLE: 'startsBefore',
  MEASURE_MISSING: 'measure',
  EXCLUDES_ITSELF: 'excludedFirmIds',
  EXCLUDED_FIRM_UNKNOWN: 'excludedFirmIds',
}

/** A refusal at the field where it can be put right; null where it concerns the whole pledge. */
export const faultFrom = (error: unknown): Faults | null => {
  if (!(error instanceof ApiProblem)) return null
  const field = fieldOf[error.code]
  return field ? { [field]: problemText(error) } : null
}
