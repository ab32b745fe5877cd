import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { PledgeConditions, PledgeView, RequirableProof } from '@mutuo/shared/pledges/pledge.schema.ts'
import { newId } from '../../platform/new-id.ts'

/** What the person has set so far; a condition that is not ticked keeps its value, so that ticking it again finds it. */
export type PledgeDraft = {
  id: string
  capMinor: number | null
  units: number
  /** The number of the band of turnover, or the firm's own figure, where the need asks for one. */
  measure: number | null
  wantsFirms: boolean
  minFirms: number
  wantsPrice: boolean
  maxShareMinor: number | null
  wantsStart: boolean
  startsBefore: string
  wantsWithout: boolean
  excludedFirmIds: string[]
  wantsProofs: boolean
  requiredProofs: RequirableProof[]
  wantsCover: boolean
  coverMinor: number | null
}

/** What is promised, in the words of the contract. */
export type Promised = { capMinor: number; coverMinor: number; units: number; measure?: number; conditions: PledgeConditions }

const aMonthMs = 30 * 86_400_000

export const emptyDraft = ({ content, funding }: NeedView, units: number): PledgeDraft => ({
  id: newId(),
  capMinor: null,
  units,
  measure: null,
  wantsFirms: false,
  minFirms: Math.max(funding.minFirms, funding.firms + 1),
  wantsPrice: false,
  maxShareMinor: null,
  wantsStart: false,
  startsBefore: new Date(Date.parse(content.startsOn) + aMonthMs).toISOString().slice(0, 10),
  wantsWithout: false,
  excludedFirmIds: [],
  wantsProofs: false,
  requiredProofs: ['liability_insurance'],
  wantsCover: false,
  coverMinor: null,
})

export const draftOf = (need: NeedView, { id, capMinor, coverMinor, units, measure, conditions }: PledgeView): PledgeDraft => {
  const empty = emptyDraft(need, units)
  return {
    id,
    capMinor,
    units,
    measure: measure ?? null,
    wantsFirms: conditions.minFirms !== undefined,
    minFirms: conditions.minFirms ?? empty.minFirms,
    wantsPrice: conditions.maxShareMinor !== undefined,
    maxShareMinor: conditions.maxShareMinor ?? null,
    wantsStart: conditions.startsBefore !== undefined,
    startsBefore: conditions.startsBefore ?? empty.startsBefore,
    wantsWithout: conditions.excludedFirmIds !== undefined,
    excludedFirmIds: conditions.excludedFirmIds ?? empty.excludedFirmIds,
    wantsProofs: conditions.requiredProofs !== undefined,
    requiredProofs: conditions.requiredProofs ?? empty.requiredProofs,
    wantsCover: coverMinor > 0,
    coverMinor: coverMinor > 0 ? coverMinor : null,
  }
}

/** Null while the cap, or a ticked condition, has no value yet. */
export const promisedBy = (draft: PledgeDraft): Promised | null => {
  const { capMinor, wantsFirms, wantsPrice, wantsStart, wantsWithout, wantsProofs, wantsCover } = draft
  if (!capMinor || (wantsPrice && draft.maxShareMinor === null) || (wantsStart && !draft.startsBefore)) return null
  if ((wantsWithout && draft.excludedFirmIds.length === 0) || (wantsProofs && draft.requiredProofs.length === 0)) return null
  return {
    capMinor,
    coverMinor: wantsCover ? (draft.coverMinor ?? 0) : 0,
    units: draft.units,
    ...(draft.measure !== null && { measure: draft.measure }),
    conditions: {
      ...(wantsFirms && { minFirms: draft.minFirms }),
      ...(wantsPrice && draft.maxShareMinor !== null && { maxShareMinor: draft.maxShareMinor }),
      ...(wantsStart && { startsBefore: draft.startsBefore }),
      ...(wantsWithout && { excludedFirmIds: draft.excludedFirmIds }),
      ...(wantsProofs && { requiredProofs: draft.requiredProofs }),
    },
  }
}

export const isSamePromise = (one: Promised, { capMinor, coverMinor, units, measure, conditions }: PledgeView) =>
  one.capMinor === capMinor &&
  one.coverMinor === coverMinor &&
  one.units === units &&
  one.measure === measure &&
  conditionNames.every((name) => String(one.conditions[name]) === String(conditions[name]))

const conditionNames = ['minFirms', 'maxShareMinor', 'startsBefore', 'excludedFirmIds', 'requiredProofs'] as const
