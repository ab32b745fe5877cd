import { proofsHeldOn } from '@mutuo/shared/organisations/proof.rules.ts'
import type { BidTerms } from '@mutuo/shared/pledges/need-offer.ts'
import type { Proof } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { BidRecord } from './bid.model.ts'

/** What a bid asks and offers to those who set conditions: its content, and what its freelancer can prove on the first day of work. */
export const bidTermsOf = ({ content, freelancerId }: BidRecord, proofs: ReadonlyMap<string, readonly Proof[]>): BidTerms => ({
  ...content,
  proofs: proofsHeldOn(proofs.get(freelancerId) ?? [], content.startsOn),
})
