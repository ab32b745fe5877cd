import { DomainError } from '../errors/domain-error.ts'
import type { NeedTerms } from '../needs/need.schema.ts'

/** Bands of turnover: its upper end in euros, and what a firm in it weighs. The last has no end. Less than in proportion, so that no neighbour pays for all. */
export const turnoverBands = [
  { upToEuros: 100_000, weight: 1 },
  { upToEuros: 250_000, weight: 2 },
  { upToEuros: 500_000, weight: 3 },
  { upToEuros: 1_000_000, weight: 4 },
  { upToEuros: 2_000_000, weight: 6 },
  { upToEuros: null, weight: 8 },
] as const

/** Whether firms say a figure of theirs with their pledge, as some lot is divided by it. */
export const isMeasured = ({ lots, weighing }: Pick<NeedTerms, 'lots' | 'weighing'>): boolean =>
  (weighing?.by ?? 'headcount') !== 'headcount' && lots.some((lot) => lot.kind === 'common' && lot.shareKey === 'weight')

/**
 * What a firm weighs in the lots divided by weight. `measure` is the number of its band, from 1, or its own figure.
 * @throws MEASURE_MISSING
 */
export const weightOf = (need: Pick<NeedTerms, 'lots' | 'weighing'>, headcount: number | null, measure: number | undefined): number => {
  if (!isMeasured(need)) return Math.max(1, headcount ?? 1)
  const weight = need.weighing?.by === 'turnover' ? turnoverBands[(measure ?? 0) - 1]?.weight : measure
  if (weight === undefined) throw new DomainError('MEASURE_MISSING')
  return weight
}
