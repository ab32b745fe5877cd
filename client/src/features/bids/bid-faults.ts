import type { TFunction } from 'i18next'
import { WHOLE_BP } from '@mutuo/shared/bids/bid.rules.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import { number } from '../../platform/format.ts'
import { lotsOf, type BidDraft } from './bid-draft.ts'

/** The id of a field is its path in what is sent, so that a refusal of the server finds it. */
export type Faults = Record<string, string | undefined>

/** What can be said while one types: tiers in order, no figure that rises. */
export const tierFaults = ({ tiers }: Pick<BidDraft, 'tiers'>, t: TFunction): Faults => {
  const faults: Faults = {}
  for (const [index, tier] of tiers.entries()) {
    const before = tiers[index - 1]
    if (!before) continue
    if (isAtMost(tier.minFirms, before.minFirms)) faults[`tiers.${index}.minFirms`] = t('faults.order')
    for (const figure of ['commonMinor', 'perFirmMinor'] as const) {
      const [now, earlier] = [tier[figure], before[figure]]
      if (now !== null && earlier !== null && now > earlier) faults[`tiers.${index}.${figure}`] = t('faults.rises', { amount: earlier })
    }
  }
  return faults
}

const isAtMost = (one: number | null, other: number | null) => one !== null && other !== null && one <= other

/** Everything that stops the bid from being sent. */
export const faultsOf = (draft: BidDraft, need: NeedView, t: TFunction): Faults => {
  const faults: Faults = {}
  const [hasCommon, hasOwn] = [lotsOf(need, 'common').length > 0, lotsOf(need, 'own').length > 0]
  for (const [index, tier] of draft.tiers.entries()) {
    if (tier.minFirms === null) faults[`tiers.${index}.minFirms`] = t('faults.missing.minFirms')
    if (hasCommon && tier.commonMinor === null) faults[`tiers.${index}.commonMinor`] = t('faults.missing.commonMinor')
    if (hasOwn && tier.perFirmMinor === null) faults[`tiers.${index}.perFirmMinor`] = t('faults.missing.perFirmMinor')
  }
  return { ...faults, ...tierFaults(draft, t), ...partFaults(draft, need, t), ...milestoneFaults(draft, need, t), ...dateFaults(draft, t) }
}

/** How far the parts of a whole are from 100 %, in words; undefined when they sum. */
export const sumFault = (partsBp: readonly (number | null)[], t: TFunction): string | undefined => {
  const sum = partsBp.reduce<number>((total, part) => total + (part ?? 0), 0)
  if (sum === WHOLE_BP) return undefined
  const off = number(Math.abs(WHOLE_BP - sum) / 100, { maximumFractionDigits: 2 })
  return t(sum < WHOLE_BP ? 'faults.under' : 'faults.over', { off })
}

const partFaults = (draft: BidDraft, need: NeedView, t: TFunction): Faults =>
  Object.fromEntries(
    (['common', 'own'] as const).flatMap((kind) => {
      const lots = lotsOf(need, kind)
      if (lots.length < 2) return []
      return [
        [
          `${kind}Lots.0.partBp`,
          sumFault(
            lots.map(({ id }) => draft.parts[id] ?? 0),
            t,
          ),
        ],
      ]
    }),
  )

const milestoneFaults = (draft: BidDraft, need: NeedView, t: TFunction): Faults => {
  const faults: Faults = {}
  for (const [index, milestone] of draft.milestones.entries()) {
    if (!milestone.title.trim()) faults[`milestones.${index}.title`] = t('faults.missing.title')
    if (!milestone.dueOn) faults[`milestones.${index}.dueOn`] = t('faults.missing.dueOn', { title: milestone.title })
    if (!milestone.partBp) faults[`milestones.${index}.partOfLotBp`] = t('faults.missing.part', { title: milestone.title })
  }
  for (const lot of need.content.lots) {
    const first = draft.milestones.findIndex((milestone) => milestone.lotId === lot.id)
    const its = draft.milestones.filter((milestone) => milestone.lotId === lot.id)
    const fault =
      first < 0
        ? undefined
        : sumFault(
            its.map((milestone) => milestone.partBp),
            t,
          )
    if (fault) faults[`milestones.${first}.partOfLotBp`] ??= `${lot.title} : ${fault}`
  }
  return faults
}

const dateFaults = ({ startsOn, deliversOn }: BidDraft, t: TFunction): Faults => ({
  startsOn: startsOn ? undefined : t('faults.missing.startsOn'),
  deliversOn: !deliversOn ? t('faults.missing.deliversOn') : startsOn && deliversOn < startsOn ? t('faults.dates') : undefined,
})
