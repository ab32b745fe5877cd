import type Stripe from 'stripe'

/** The same account as the v1 API shows it. Source: docs.stripe.com/api/accounts/object */
export const accountV1 = (account: Stripe.V2.Core.Account, standing: 'active' | 'pending' | 'restricted'): Stripe.Account => {
  const isActive = standing === 'active'
  const due = standing === 'restricted' ? ['individual.verification.document'] : []
  return {
    id: account.id,
    object: 'account',
    business_type: account.identity?.entity_type === 'company' ? 'company' : 'individual',
    capabilities: { transfers: isActive ? 'active' : standing === 'pending' ? 'pending' : 'inactive' },
    charges_enabled: false,
    controller: {
      fees: { payer: 'application' },
      is_controller: true,
      losses: { payments: 'application' },
      requirement_collection: 'stripe',
      stripe_dashboard: { type: account.dashboard ?? 'none' },
      type: 'application',
    },
    country: (account.identity?.country ?? 'fr').toUpperCase(),
    created: Math.floor(Date.parse(account.created) / 1000),
    default_currency: account.defaults?.currency ?? 'eur',
    details_submitted: standing !== 'restricted',
    email: account.contact_email ?? null,
    metadata: account.metadata ?? {},
    payouts_enabled: isActive,
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: due,
      disabled_reason: isActive ? null : standing === 'pending' ? 'requirements.pending_verification' : 'requirements.past_due',
      errors: [],
      eventually_due: due,
      past_due: due,
      pending_verification: standing === 'pending' ? ['individual.verification.document'] : [],
    },
    type: account.dashboard === 'express' ? 'express' : 'none',
  }
}
