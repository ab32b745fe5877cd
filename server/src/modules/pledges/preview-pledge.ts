import type { previewPledge as endpoint } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { PledgePreview } from '@mutuo/shared/pledges/pledge.schema.ts'
import { previewOf } from '@mutuo/shared/pledges/preview.rules.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { mayJoin, needs } from '../needs/index.ts'
import { candidatesOf, offerOfToday } from './candidates.ts'
import { checkTerms } from './pledge-terms.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

/**
 * What a pledge would do among the others: a question, which changes nothing. A firm that has pledged asks in the place of its own.
 * @throws NOT_FOUND, NEED_NOT_OPEN, NOT_A_MEMBER, OWNER_ONLY, GROUP_FROZEN, CAP_BELOW_MINIMUM, COVER_ABOVE_CAP, CONDITION_ABOVE_CAP,
 * FIRMS_UNREACHABLE, PRICE_UNREACHABLE, START_UNREACHABLE, EXCLUDES_ITSELF, EXCLUDED_FIRM_UNKNOWN
 */
export const previewPledge = async ({ viewer, input, now }: Call<typeof endpoint>): Promise<PledgePreview> => {
  const firmId = organisationOf(viewer)
  const need = await needs.getVisible(viewer, input.needId)
  const [membership, group] = await Promise.all([groups.membershipOf(firmId, need.groupId), groups.get(need.groupId)])
  allow(mayJoin(viewer, need, membership, group.state === 'frozen', now))
  const { needId, ...promised } = input
  const [{ weight }, others, own] = await Promise.all([
    checkTerms(need, firmId, promised),
    candidatesOf(needId),
    pledgeStore.ofFirmIn(firmId, needId, LIVE),
  ])
  const me = { ...promised, firmId, weight, pledgedAt: own?.madeAt ?? now }
  const { offer } = await offerOfToday(need, others)
  return previewOf(needs.termsOf(need), offer, others, me)
}
