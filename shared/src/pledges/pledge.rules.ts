import { DomainError } from '../errors/domain-error.ts'

type Promise = {
  capMinor: number
  coverMinor: number
  conditions: { minFirms?: number | undefined; maxShareMinor?: number | undefined; startsBefore?: string | undefined }
}
/** What a need settles for its pledges: the least a firm pays, the first day of work, and the largest group that it may become. */
type Terms = { minimumMinor: number; startsOn: string; mostFirms: number }

/**
 * Whether a promise can be kept and its conditions can ever hold: a cap that covers the minimum, a cover and a price limit inside it.
 * @throws CAP_BELOW_MINIMUM, COVER_ABOVE_CAP, CONDITION_ABOVE_CAP, CONDITION_UNREACHABLE
 */
export const checkPledge = ({ capMinor, coverMinor, conditions }: Promise, { minimumMinor, startsOn, mostFirms }: Terms): void => {
  if (capMinor < minimumMinor) throw new DomainError('CAP_BELOW_MINIMUM', { minimumMinor })
  const mostMinor = capMinor - coverMinor
  if (mostMinor <= 0 || mostMinor < minimumMinor)
    throw new DomainError('COVER_ABOVE_CAP', { mostMinor: Math.max(0, capMinor - minimumMinor) })
  const { minFirms = 1, maxShareMinor = minimumMinor, startsBefore } = conditions
  if (maxShareMinor > mostMinor) throw new DomainError('CONDITION_ABOVE_CAP', { mostMinor })
  const isUnreachable = minFirms > mostFirms || maxShareMinor < minimumMinor || (startsBefore !== undefined && startsBefore <= startsOn)
  if (isUnreachable) throw new DomainError('CONDITION_UNREACHABLE')
}
