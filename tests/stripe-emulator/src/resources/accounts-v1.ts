import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { ignored, mergeMetadata, metadata, text } from '../http/params.ts'
import { invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { randomText } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { capabilityOf, requirementsOf, standingOf } from './account-standing.ts'
import { accountV1 } from './account-v1-view.ts'
import { accountOf } from './accounts-v2.ts'

const written = { metadata, type: text, email: text, country: text, business_type: text, capabilities: ignored, controller: ignored }

const viewOf = (world: World, id: string): Stripe.Account => {
  const account = accountOf(world, id)
  return accountV1(account, standingOf(account))
}

/** A legacy account, ready to be paid at once as a standard sandbox account is. */
const createLegacyAccount = (world: World, email: string | undefined): Stripe.V2.Core.Account => ({
  id: `acct_1${randomText(15)}`,
  object: 'v2.core.account',
  applied_configurations: ['recipient'],
  closed: false,
  configuration: { recipient: { applied: true, capabilities: capabilityOf('active') } },
  ...(email === undefined ? {} : { contact_email: email }),
  created: new Date(world.nowMs()).toISOString(),
  dashboard: 'full',
  identity: { country: 'fr', entity_type: 'company' },
  livemode: false,
  metadata: {},
  requirements: requirementsOf('active'),
})

export const accountV1Endpoints = [
  endpoint('post', '/v1/accounts', written, ({ world, params }) => {
    const account = createLegacyAccount(world, params.email)
    account.metadata = mergeMetadata({}, params.metadata)
    world.state.accounts[account.id] = account
    return viewOf(world, account.id)
  }),
  endpoint('get', '/v1/accounts/:id', {}, ({ world, id }) => viewOf(world, id)),
  endpoint('post', '/v1/accounts/:id', written, ({ world, id, params }) => {
    const account = accountOf(world, id)
    account.metadata = mergeMetadata(account.metadata ?? {}, params.metadata)
    const view = viewOf(world, id)
    emit(world, 'account.updated', view, { account: id })
    return view
  }),
  endpoint('post', '/v1/accounts/:id/login_links', {}, ({ world, id }): Stripe.LoginLink => {
    const account = accountOf(world, id)
    if (account.dashboard !== 'express')
      throw invalidRequest('Cannot create a login link for an account without access to the Express Dashboard.')
    if (standingOf(account) === 'restricted')
      throw invalidRequest('Cannot create a login link for an account that has not completed onboarding.')
    return { object: 'login_link', created: nowSeconds(world), url: `${world.baseUrl}/connect/dashboard/${id}` }
  }),
]
