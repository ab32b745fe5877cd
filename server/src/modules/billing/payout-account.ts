import type { refreshPayoutAccount, startPayoutOnboarding as startEndpoint } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { PayoutStatus } from '@mutuo/shared/billing/billing.schema.ts'
import type Stripe from 'stripe'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { appUrl } from '../../platform/config.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { inTurn } from '../../platform/in-turn.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import { isFreelancer, mayReceive } from './billing.policy.ts'
import { payoutAccountChanged } from './billing.events.ts'
import { askStripe, stripe } from './stripe-client.ts'

/** Stripe's pages where a freelancer proves who it is and where it is paid. @throws FREELANCER_ONLY, OWNER_ONLY, PAYMENT_SERVICE_AWAY */
export const startPayoutOnboarding = async ({ viewer, input }: Call<typeof startEndpoint>) => {
  allow(mayReceive(viewer))
  const organisationId = organisationOf(viewer)
  const account = await askStripe(() => ensureAccount(organisationId))
  const link = await askStripe((client) =>
    client.v2.core.accountLinks.create({
      account,
      use_case: {
        type: 'account_onboarding',
        account_onboarding: {
          refresh_url: appUrl(input.returnTo as `/${string}`),
          return_url: appUrl(input.returnTo as `/${string}`),
          collection_options: { fields: 'eventually_due' },
        },
      },
    }),
  )
  return { url: link.url }
}

/** Recipient configuration, Express dashboard; the platform collects fees and bears losses (payments.md §0, 4). */
const ensureAccount = async (organisationId: string): Promise<string> => {
  const known = await organisations.payoutOf(organisationId)
  if (known) return known.accountId
  const mark = (await organisations.marksOf([organisationId])).get(organisationId)
  const owner = (await organisations.peopleOf([organisationId])).get(organisationId)?.find((person) => person.role === 'owner')
  const account = await stripe().v2.core.accounts.create(
    {
      display_name: mark?.name ?? '',
      contact_email: owner?.email ?? '',
      dashboard: 'express',
      identity: { country: 'fr', entity_type: 'individual' },
      configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } },
      defaults: { currency: 'eur', responsibilities: { fees_collector: 'application', losses_collector: 'application' } },
      metadata: { organisationId },
      include: ['configuration.recipient', 'requirements', 'identity'],
    },
    { idempotencyKey: `acct:${organisationId}` },
  )
  await transaction((tx) => organisations.recordPayout(organisationId, { accountId: account.id, status: statusOf(account) }, tx))
  return account.id
}

/** What Stripe says now of an account becomes ours; transfers that waited for it leave. */
export const applyPayoutAccount = async (accountId: string): Promise<void> => {
  const account = await stripe().v2.core.accounts.retrieve(accountId, { include: ['configuration.recipient', 'requirements'] })
  const organisationId = account.metadata?.organisationId
  if (!organisationId) return
  const status = statusOf(account)
  const keep = async (tx: Transaction) => {
    const known = await organisations.payoutOf(organisationId, tx)
    if (known?.status === status || (known && known.accountId !== accountId)) return
    await organisations.recordPayout(organisationId, { accountId, status }, tx)
    tx.emit(payoutAccountChanged(organisationId, status))
  }
  await inTurn(`payout:${organisationId}`, () => transaction(keep))
}

/** Back from Stripe's pages: coming back is not having finished. @throws FREELANCER_ONLY, PAYMENT_SERVICE_AWAY */
export const refreshPayout = async ({ viewer }: Call<typeof refreshPayoutAccount>) => {
  allow(isFreelancer(viewer))
  const known = await organisations.payoutOf(organisationOf(viewer))
  if (known) await askStripe(() => applyPayoutAccount(known.accountId))
  return presentPayout(organisationOf(viewer))
}

export const presentPayout = async (organisationId: string): Promise<{ status: PayoutStatus }> => ({
  status: (await organisations.payoutOf(organisationId))?.status ?? 'none',
})

const statusOf = (account: Stripe.V2.Core.Account): PayoutStatus => {
  const capability = account.configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status
  if (capability === 'active' || capability === 'pending') return capability
  return capability ? 'restricted' : 'none'
}
