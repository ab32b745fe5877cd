import { DomainError } from '../errors/domain-error.ts'
import type { PledgeConditions } from './pledge.schema.ts'

type Promise = { capMinor: number; coverMinor: number; conditions: PledgeConditions }
/** What a need settles for its pledges: the least this firm pays, the first day of work, who may join, and the largest group that it may become. */
type Terms = { firmId: string; minimumMinor: number; startsOn: string; mostFirms: number; groupFirmIds: readonly string[] }

/**
 * Whether a promise can be kept and its conditions can ever hold, each one and all together: a cap that covers the minimum, a cover and a price limit
 * inside it, no more firms than may come without those that it excludes.
 * @throws CAP_BELOW_MINIMUM, COVER_ABOVE_CAP, CONDITION_ABOVE_CAP, FIRMS_UNREACHABLE, PRICE_UNREACHABLE, START_UNREACHABLE, EXCLUDES_ITSELF,
 * EXCLUDED_FIRM_UNKNOWN
 */
export const checkPledge = ({ capMinor, coverMinor, conditions }: Promise, terms: Terms): void => {
  const { minimumMinor, startsOn, mostFirms } = terms
  if (capMinor < minimumMinor) throw new DomainError('CAP_BELOW_MINIMUM', { minimumMinor })
  const mostMinor = capMinor - coverMinor
  if (mostMinor <= 0 || mostMinor < minimumMinor)
    throw new DomainError('COVER_ABOVE_CAP', { mostMinor: Math.max(0, capMinor - minimumMinor) })
  const { minFirms = 1, maxShareMinor = minimumMinor, startsBefore, excludedFirmIds = [] } = conditions
  checkExclusions(excludedFirmIds, terms)
  if (maxShareMinor > mostMinor) throw new DomainError('CONDITION_ABOVE_CAP', { mostMinor })
  if (minFirms > mostFirms) throw new DomainError('FIRMS_UNREACHABLE', { mostFirms })
  if (maxShareMinor < minimumMinor) throw new DomainError('PRICE_UNREACHABLE', { minimumMinor, mostFirms })
  if (startsBefore !== undefined && startsBefore <= startsOn) throw new DomainError('START_UNREACHABLE', { startsOn })
}

const checkExclusions = (excludedFirmIds: readonly string[], { firmId, groupFirmIds }: Terms): void => {
  if (excludedFirmIds.includes(firmId)) throw new DomainError('EXCLUDES_ITSELF')
  if (excludedFirmIds.some((excluded) => !groupFirmIds.includes(excluded))) throw new DomainError('EXCLUDED_FIRM_UNKNOWN')
}
