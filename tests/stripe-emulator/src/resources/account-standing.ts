import type Stripe from 'stripe'
import { emit } from '../webhooks/emit-event.ts'
import { emitThinEvent } from '../webhooks/emit-thin-event.ts'
import type { World } from '../world/world.ts'
import { accountV1 } from './account-v1-view.ts'

export type Standing = 'active' | 'pending' | 'restricted'

type Capabilities = Stripe.V2.Core.Account.Configuration.Recipient.Capabilities
type StatusDetail = Stripe.V2.Core.Account.Configuration.Recipient.Capabilities.StripeBalance.StripeTransfers.StatusDetail

const DETAILS: Record<Standing, StatusDetail[]> = {
  active: [],
  pending: [{ code: 'requirements_pending_verification', resolution: 'no_resolution' }],
  restricted: [{ code: 'requirements_past_due', resolution: 'provide_info' }],
}

export const capabilityOf = (standing: Standing): Capabilities => ({
  stripe_balance: {
    payouts: { status: standing, status_details: DETAILS[standing] },
    stripe_transfers: { status: standing, status_details: DETAILS[standing] },
  },
})

export const requirementsOf = (standing: Standing): Stripe.V2.Core.Account.Requirements => {
  if (standing === 'active') return { entries: [] }
  const status = standing === 'pending' ? 'eventually_due' : 'past_due'
  return {
    entries: [
      {
        awaiting_action_from: standing === 'pending' ? 'stripe' : 'user',
        description: standing === 'pending' ? 'identity.individual.documents' : 'identity.individual',
        errors: [],
        impact: {
          restricts_capabilities: [{ capability: 'stripe_balance.stripe_transfers', configuration: 'recipient', deadline: { status } }],
        },
        minimum_deadline: { status },
        requested_reasons: [{ code: 'routine_onboarding' }],
      },
    ],
    summary: { minimum_deadline: { status } },
  }
}

/** Whether money may be transferred to the account. */
export const standingOf = (account: Stripe.V2.Core.Account): Standing => {
  const status = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status
  return status === 'active' || status === 'pending' ? status : 'restricted'
}

/** What Stripe decides after onboarding; announced by v2 thin events and the v1 `account.updated`. */
export const setStanding = (world: World, account: Stripe.V2.Core.Account, standing: Standing): void => {
  const before = standingOf(account)
  account.configuration = { ...account.configuration, recipient: { applied: true, capabilities: capabilityOf(standing) } }
  account.requirements = requirementsOf(standing)
  emitThinEvent(world, 'v2.core.account[requirements].updated', account.id)
  if (before !== standing) {
    emitThinEvent(world, 'v2.core.account[configuration.recipient].capability_status_updated', account.id, {
      updated_capability: 'stripe_balance.stripe_transfers',
    })
  }
  emit(world, 'account.updated', accountV1(account, standing), { account: account.id })
}
