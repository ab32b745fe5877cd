import { openSharesOf } from '@mutuo/shared/pledges/participation.rules.ts'
import { shownPricingOf, targetOfferOf } from '@mutuo/shared/pledges/need-offer.ts'
import { checkPledge } from '@mutuo/shared/pledges/pledge.rules.ts'
import type { PledgeConditions } from '@mutuo/shared/pledges/pledge.schema.ts'
import { weightOf } from '@mutuo/shared/pledges/weighing.rules.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'

/** As many as a need can ask for. */
const MOST_FIRMS = 200

export type Promised = { capMinor: number; coverMinor: number; units: number; measure?: number | undefined; conditions: PledgeConditions }

/**
 * Whether the need's own terms let a firm promise this: the least it can pay is its share of the target in the largest group that the need may become.
 * Answers what the firm weighs. @throws CAP_BELOW_MINIMUM, COVER_ABOVE_CAP, CONDITION_ABOVE_CAP, FIRMS_UNREACHABLE, PRICE_UNREACHABLE, START_UNREACHABLE,
 * MEASURE_MISSING, EXCLUDES_ITSELF, EXCLUDED_FIRM_UNKNOWN
 */
export const checkTerms = async (need: NeedRecord, firmId: string, promised: Promised, tx?: Transaction): Promise<{ weight: number }> => {
  const [firm, active] = [await organisations.find(firmId, tx), await groups.activeFirmIds(need.groupId, tx)]
  const terms = needs.termsOf(need)
  const weight = weightOf(terms, firm?.headcount ?? null, promised.measure)
  // A public need brings firms into the group: any number may come.
  const possible = need.content.rules.visibility === 'public' ? MOST_FIRMS : Math.max(terms.targetFirms, active.length)
  const mostFirms = possible - (promised.conditions.excludedFirmIds?.length ?? 0)
  const me = { ...promised, firmId, weight }
  const least = openSharesOf(shownPricingOf(terms, targetOfferOf(terms)), [me], mostFirms)
  const minimumMinor = least?.get(firmId) ?? 0
  checkPledge(promised, { firmId, minimumMinor, startsOn: terms.startsOn, mostFirms, groupFirmIds: active })
  return { weight }
}
