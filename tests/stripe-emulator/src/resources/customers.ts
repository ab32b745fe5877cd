import type Stripe from 'stripe'
import { endpoint } from '../http/endpoint.ts'
import { listFields, page } from '../http/list.ts'
import { fields, ignored, listOf, mergeMetadata, metadata, required, text, type Read } from '../http/params.ts'
import { found, invalidRequest } from '../http/stripe-failure.ts'
import { emit } from '../webhooks/emit-event.ts'
import { newId, randomText } from '../world/ids.ts'
import { nowSeconds, type World } from '../world/world.ts'
import { detach } from './attach-payment-method.ts'

const addressFields = { city: text, country: text, line1: text, line2: text, postal_code: text, state: text }

const writable = {
  name: text,
  email: text,
  phone: text,
  description: text,
  address: fields(addressFields),
  metadata,
  preferred_locales: listOf(text),
  invoice_settings: fields({ default_payment_method: text, footer: text, custom_fields: ignored, rendering_options: ignored }),
  tax_exempt: text,
}

const created = { ...writable, tax_id_data: listOf(fields({ type: required(text), value: required(text) })) }

export const customerOf = (world: World, id: string, param = 'id'): Stripe.Customer =>
  found(world.state.customers[id], 'customer', id, param)

const orNull = (value: string | undefined, current: string | null) => (value === undefined ? current : value === '' ? null : value)

const writeFields = (customer: Stripe.Customer, params: Read<typeof writable>) => {
  if (params.email && !/^[^@\s]+@[^@\s]+$/.test(params.email))
    throw invalidRequest(`Invalid email address: ${params.email}`, 'email_invalid', 'email')
  customer.name = orNull(params.name, customer.name ?? null)
  customer.email = orNull(params.email, customer.email)
  customer.phone = orNull(params.phone, customer.phone ?? null)
  customer.description = orNull(params.description, customer.description)
  customer.metadata = mergeMetadata(customer.metadata, params.metadata)
  customer.preferred_locales = params.preferred_locales ?? customer.preferred_locales ?? []
  if (params.address) customer.address = addressOf(params.address)
  const method = params.invoice_settings?.default_payment_method
  if (method !== undefined) customer.invoice_settings.default_payment_method = method === '' ? null : method
}

const addressOf = (given: Read<typeof addressFields>): Stripe.Address => ({
  city: given.city ?? null,
  country: given.country ?? null,
  line1: given.line1 ?? null,
  line2: given.line2 ?? null,
  postal_code: given.postal_code ?? null,
  state: given.state ?? null,
})

const newCustomer = (world: World): Stripe.Customer => ({
  id: newId('cus', 14),
  object: 'customer',
  address: null,
  balance: 0,
  created: nowSeconds(world),
  currency: null,
  customer_account: null,
  default_source: null,
  delinquent: false,
  description: null,
  discount: null,
  email: null,
  invoice_prefix: randomText(8).toUpperCase(),
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: false,
  metadata: {},
  name: null,
  next_invoice_sequence: 1,
  phone: null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
})

export const customerEndpoints = [
  endpoint('post', '/v1/customers', created, ({ world, params }) => {
    const customer = newCustomer(world)
    writeFields(customer, params)
    world.state.customers[customer.id] = customer
    emit(world, 'customer.created', customer)
    return customer
  }),
  endpoint('get', '/v1/customers', { ...listFields, email: text }, ({ world, params }) =>
    page(
      Object.values(world.state.customers).filter(({ email }) => email === (params.email ?? email)),
      params,
      '/v1/customers',
    ),
  ),
  endpoint('get', '/v1/customers/:id', {}, ({ world, id }) => world.state.deletedCustomers[id] ?? customerOf(world, id)),
  endpoint('post', '/v1/customers/:id', writable, ({ world, id, params }) => {
    const customer = customerOf(world, id)
    writeFields(customer, params)
    emit(world, 'customer.updated', customer)
    return customer
  }),
  endpoint('delete', '/v1/customers/:id', {}, ({ world, id }) => {
    const customer = customerOf(world, id)
    for (const method of Object.values(world.state.paymentMethods)) if (method.customer === id) detach(world, method)
    delete world.state.customers[id]
    const deleted: Stripe.DeletedCustomer = { id, object: 'customer', deleted: true }
    world.state.deletedCustomers[id] = deleted
    emit(world, 'customer.deleted', customer)
    return deleted
  }),
]
