import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { fields, filledText, ignored, oneOf, required } from '../http/params.ts'
import { invalidRequest } from '../http/stripe-failure.ts'
import { randomText } from '../world/ids.ts'
import { accountOf } from './accounts-v2.ts'

const LIFE_MS = 5 * 60 * 1000
const journey = fields({ refresh_url: required(filledText), return_url: filledText, collection_options: ignored, configurations: ignored })

const created = {
  account: required(filledText),
  use_case: required(
    fields({ type: required(oneOf('account_onboarding', 'account_update')), account_onboarding: journey, account_update: journey }),
  ),
}

/** Single-use address of the onboarding page, valid for minutes. Source: docs.stripe.com/api/v2/core/account-links */
export const accountLinkEndpoints = [
  endpoint('post', '/v2/core/account_links', created, ({ world, params }): Stripe.V2.Core.AccountLink => {
    const account = accountOf(world, params.account)
    const { type } = params.use_case
    const way = params.use_case[type]
    if (!way) throw invalidRequest(`Missing required param: use_case[${type}].`, 'parameter_missing', `use_case[${type}]`)
    const token = randomText(24)
    const expiresAtMs = world.nowMs() + LIFE_MS
    world.state.onboardingLinks[token] = {
      token,
      accountId: account.id,
      refreshUrl: way.refresh_url,
      returnUrl: way.return_url ?? null,
      expiresAtMs,
      isUsed: false,
    }
    return {
      object: 'v2.core.account_link',
      account: account.id,
      created: new Date(world.nowMs()).toISOString(),
      expires_at: new Date(expiresAtMs).toISOString(),
      livemode: false,
      url: `${world.baseUrl}/connect/onboard/${token}`,
      use_case: {
        type,
        [type]: { refresh_url: way.refresh_url, ...(way.return_url === undefined ? {} : { return_url: way.return_url }) },
      },
    }
  }),
]
