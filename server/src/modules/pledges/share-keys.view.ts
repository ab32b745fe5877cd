import type { compareShareKeys as endpoint } from '@mutuo/shared/pledges/pledge.endpoints.ts'
import type { ShareKeysView } from '@mutuo/shared/pledges/pledge.schema.ts'
import { shareKeysOf } from '@mutuo/shared/pledges/share-keys.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { needs } from '../needs/index.ts'
import { candidateOf, candidatesOf, offerOfToday } from './candidates.ts'
import { visitorOf, weighedIn } from './participation.view.ts'
import { maySeeKeys } from './pledge.policy.ts'
import { LIVE, pledgeStore } from './pledge.store.ts'

/** Every share key side by side: what each would cost the reader's own firm, and for organisers how far the firms lie apart. @throws NOT_FOUND, NOT_A_MEMBER */
export const compareShareKeys = async ({ viewer, input }: Call<typeof endpoint>): Promise<ShareKeysView> => {
  const need = await needs.getVisible(viewer, input.needId)
  const firmId = viewer.organisationKind === 'sme' ? viewer.organisationId : null
  const [isInside, own] = await Promise.all([needs.isInside(viewer, need), firmId ? pledgeStore.ofFirmIn(firmId, need._id, LIVE) : null])
  allow(maySeeKeys(isInside || own !== null))
  const [candidates, visitor] = await Promise.all([candidatesOf(need._id), visitorOf(viewer)])
  const { offer } = await offerOfToday(need, candidates)
  const isOrganiser = viewer.organisationId === need.leaderId || viewer.organisationId === need.associationId
  const terms = needs.termsOf(need)
  const me = own ? candidateOf(own) : firmId ? weighedIn(terms, visitor, candidates) : null
  const joined = candidates.length + (me && !candidates.some((candidate) => candidate.firmId === me.firmId) ? 1 : 0)
  return {
    firms: Math.max(joined, terms.minFirms),
    rows: shareKeysOf(terms, offer, candidates, me).map(({ key, isCurrent, mine, spread }) => ({
      key,
      isCurrent,
      ...(mine && { mine }),
      ...(isOrganiser && spread && { spread }),
    })),
    isOrganiser,
  }
}
