import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { fields, filledText, flag, ignored, listOf, mergeMetadata, metadata, oneOf, text, type Read } from '../http/params.ts'
import { found } from '../http/stripe-failure.ts'
import { emitThinEvent } from '../webhooks/emit-thin-event.ts'
import { randomText } from '../world/ids.ts'
import type { World } from '../world/world.ts'
import { capabilityOf, requirementsOf } from './account-standing.ts'

export type Account = Stripe.V2.Core.Account

const INCLUDABLE = [
  'configuration.customer',
  'configuration.merchant',
  'configuration.recipient',
  'defaults',
  'future_requirements',
  'identity',
  'requirements',
] as const
type Includable = (typeof INCLUDABLE)[number]

const include = listOf(oneOf(...INCLUDABLE))
const requested = fields({ requested: flag })

const written = {
  include,
  metadata,
  display_name: text,
  contact_email: text,
  contact_phone: text,
  dashboard: oneOf('express', 'full', 'none'),
  identity: fields({
    country: filledText,
    entity_type: oneOf('company', 'government_entity', 'individual', 'non_profit'),
    attestations: ignored,
    business_details: ignored,
    individual: ignored,
  }),
  configuration: fields({
    recipient: fields({
      applied: flag,
      capabilities: fields({ stripe_balance: fields({ payouts: requested, stripe_transfers: requested }) }),
    }),
  }),
  defaults: fields({
    currency: text,
    locales: listOf(text),
    profile: ignored,
    responsibilities: fields({ fees_collector: oneOf('application', 'stripe'), losses_collector: oneOf('application', 'stripe') }),
  }),
}

export const accountOf = (world: World, id: string, param = 'account'): Account => found(world.state.accounts[id], 'account', id, param)

const createAccount = (world: World, params: Partial<Read<typeof written>>): Account => {
  const { identity, configuration, defaults } = params
  const account: Account = {
    id: `acct_1${randomText(15)}`,
    object: 'v2.core.account',
    applied_configurations: configuration?.recipient ? ['recipient'] : [],
    closed: false,
    ...(configuration?.recipient ? { configuration: { recipient: { applied: true, capabilities: capabilityOf('restricted') } } } : {}),
    ...(params.contact_email === undefined ? {} : { contact_email: params.contact_email }),
    ...(params.contact_phone === undefined ? {} : { contact_phone: params.contact_phone }),
    created: new Date(world.nowMs()).toISOString(),
    dashboard: params.dashboard ?? 'none',
    defaults: {
      currency: defaults?.currency ?? 'eur',
      responsibilities: {
        fees_collector: defaults?.responsibilities?.fees_collector ?? 'stripe',
        losses_collector: defaults?.responsibilities?.losses_collector ?? 'stripe',
        requirements_collector: 'stripe',
      },
    },
    ...(params.display_name === undefined ? {} : { display_name: params.display_name }),
    identity: { country: identity?.country ?? 'fr', entity_type: identity?.entity_type ?? 'individual' },
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    requirements: requirementsOf('restricted'),
  }
  world.state.accounts[account.id] = account
  emitThinEvent(world, 'v2.core.account.created', account.id)
  return account
}

const updateAccount = (world: World, account: Account, params: Read<typeof written>): Account => {
  if (params.display_name !== undefined) account.display_name = params.display_name
  if (params.contact_email !== undefined) account.contact_email = params.contact_email
  account.metadata = mergeMetadata(account.metadata ?? {}, params.metadata)
  if (params.configuration?.recipient && !account.applied_configurations.includes('recipient')) {
    account.applied_configurations.push('recipient')
    account.configuration = { ...account.configuration, recipient: { applied: true, capabilities: capabilityOf('restricted') } }
  }
  emitThinEvent(world, 'v2.core.account.updated', account.id)
  return account
}

/** The account without the parts that were not asked for. Source: docs.stripe.com/api-includable-response-values */
const shown = (account: Account, included: Includable[] = []): Account => {
  const { configuration, defaults, identity, requirements, ...rest } = account
  return {
    ...rest,
    ...(included.includes('configuration.recipient') && configuration ? { configuration } : {}),
    ...(included.includes('defaults') && defaults ? { defaults } : {}),
    ...(included.includes('identity') && identity ? { identity } : {}),
    ...(included.includes('requirements') && requirements ? { requirements } : {}),
  }
}

export const accountV2Endpoints = [
  endpoint('post', '/v2/core/accounts', written, ({ world, params }) => shown(createAccount(world, params), params.include)),
  endpoint('get', '/v2/core/accounts/:id', { include }, ({ world, id, params }) => shown(accountOf(world, id, 'id'), params.include)),
  endpoint('post', '/v2/core/accounts/:id', written, ({ world, id, params }) =>
    shown(updateAccount(world, accountOf(world, id, 'id'), params), params.include),
  ),
  endpoint('post', '/v2/core/accounts/:id/close', { applied_configurations: ignored }, ({ world, id }) => {
    const account = accountOf(world, id, 'id')
    account.closed = true
    account.configuration = { recipient: { applied: false, capabilities: capabilityOf('restricted') } }
    emitThinEvent(world, 'v2.core.account.closed', account.id)
    return shown(account)
  }),
]
