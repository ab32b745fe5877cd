import { post, type EntryDraft } from '@mutuo/shared/ledger/posting.ts'

export const share = { missionId: 'mission', shareId: 'share' }
export const charge = { ...share, payerId: 'bakery', chargeId: 'ch_1', amountMinor: 40_001 }
export const fee = { netMinor: 2_000, vatMinor: 400, grossMinor: 2_400 }
export const commission = { netMinor: 600, vatMinor: 0, grossMinor: 600 }
export const acceptance = {
  ...share,
  milestoneId: 'm1',
  paidBy: [{ payerId: 'bakery', amountMinor: 20_000 }],
  freelancerId: 'ines',
  associationId: 'union',
  fee,
  commission,
}
export const transfer = {
  ...share,
  milestoneId: 'm1',
  chargeId: 'ch_1',
  payeeId: 'ines',
  payee: 'freelancer',
  transferId: 'tr_1',
  amountMinor: 17_000,
} as const
export const refund = { ...charge, refundId: 're_1', amountMinor: 20_001 }
export const dispute = { ...share, disputeId: 'dp_1', amountMinor: 40_001, feeMinor: 2_000 }
/** A charge of 400.01 €, one milestone accepted and transferred, the rest given back. */
export const story: EntryDraft[] = [
  post.chargeReceived(charge),
  post.stripeFeeKnown({ ...share, chargeId: 'ch_1', feeMinor: 625 }),
  post.fundsAvailable({ ...share, chargeId: 'ch_1', amountMinor: 39_376 }),
  post.partAccepted(acceptance),
  post.transferred(transfer),
  post.refunded(refund),
]
