/** Names of the ledger's accounts (payments.md §8): A assets, L liabilities, R revenue, X expenses. Debits are positive, credits negative. */
export const account = {
  stripePending: 'A:stripe_pending',
  stripeAvailable: 'A:stripe_available',
  bank: 'A:bank',
  vat: 'L:vat',
  fee: 'R:fee',
  stripeFees: 'X:stripe_fees',
  losses: 'X:losses',
  receivableFromFirm: (firmId: string) => `A:recv:sme:${firmId}`,
  receivableFromFreelancer: (freelancerId: string) => `A:recv:fl:${freelancerId}`,
  dispute: (disputeId: string) => `A:dispute:${disputeId}`,
  /** Retained funds of a share, by who paid them in: the firm, or a grant. */
  held: (shareId: string, payerId: string) => `L:held:${shareId}:${payerId}`,
  /** Earned and not yet transferred, by a freelancer or an association. */
  payable: (organisationId: string) => `L:payable:${organisationId}`,
} as const

export const isHeld = (name: string) => name.startsWith('L:held:')
