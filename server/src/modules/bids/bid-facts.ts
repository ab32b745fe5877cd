import type { Candidate } from '@mutuo/shared/pledges/coalition.ts'
import type { OrganisationMark, Proof } from '@mutuo/shared/organisations/organisation.schema.ts'
import { isGathering } from '@mutuo/shared/needs/need.rules.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations, type OrganisationRecord } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import type { BidRecord } from './bid.model.ts'

/** All that the views of a need's bids are made of, asked once however many bids. */
export type BidFacts = {
  need: NeedRecord
  isInside: boolean
  candidates: Candidate[]
  /** The viewer's firm at the table: as it has pledged, or as it could still join. */
  me: Candidate | null
  myCapMinor: number | null
  firm: OrganisationRecord | null
  freelancers: Map<string, OrganisationRecord>
  marks: Map<string, OrganisationMark>
  proofs: Map<string, Proof[]>
  questions: Map<string, { asked: number; answered: number }>
}

/** A firm that has not said its cap yet is not held by one. */
const NO_CAP_MINOR = 1_000_000_000

export const factsOf = async (need: NeedRecord, bids: readonly BidRecord[], viewer: Viewer, now: Date): Promise<BidFacts> => {
  const ids = [...new Set(bids.map((bid) => bid.freelancerId))]
  const ownId = viewer.organisationKind === 'sme' ? viewer.organisationId : null
  const [isInside, candidates, own, freelancers, marks, proofs, questions] = await Promise.all([
    needs.isInside(viewer, need),
    pledges.shownCandidatesOf(need),
    ownId ? pledges.ownCandidateOf(ownId, need._id) : null,
    organisations.many(ownId ? [...ids, ownId] : ids),
    organisations.marksOf(ids),
    organisations.proofsOf(ids),
    needs.questionsIn(need._id),
  ])
  const firm = (ownId && freelancers.get(ownId)) || null
  const mayStillJoin = firm && isInside && isGathering(need, now)
  const guest = mayStillJoin ? guestOf(firm, now) : null
  const me = isInside || own ? (own ?? guest) : null
  return { need, isInside, candidates, me, myCapMinor: own ? own.capMinor : null, firm, freelancers, marks, proofs, questions }
}

const guestOf = (firm: OrganisationRecord, now: Date): Candidate => ({
  firmId: firm._id,
  capMinor: NO_CAP_MINOR,
  units: firm.units,
  weight: Math.max(1, firm.headcount ?? 1),
  conditions: {},
  pledgedAt: now,
})
