import type { IncomingHttpHeaders } from 'node:http'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { config } from '../../platform/config.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { isHeeded } from './apply-stripe-event.ts'
import { stripeSaid } from './billing.events.ts'
import { stripe } from './stripe-client.ts'
import { stripeEventStore } from './stripe-event.store.ts'

type Call = { body: Buffer; headers: IncomingHttpHeaders; now: Date }
type Said = { id: string; type: string; objectId: string; account: string | null }

/** Secrets that the development emulator signs with, and nobody else. */
const emulatorSecrets = { snapshot: 'whsec_mutuo_v1', connect: 'whsec_mutuo_connect', thin: 'whsec_mutuo_v2' }

/** Stripe tells of our own account. Verified, kept once, answered at once: the work is a consumer's. @throws SIGNATURE_INVALID */
export const receiveSnapshot = (call: Call) => keep(readSnapshot(call, config().stripe.webhookSecret ?? emulatorSecrets.snapshot), call.now)

/** Stripe tells of the freelancers' accounts. @throws SIGNATURE_INVALID */
export const receiveConnect = (call: Call) =>
  keep(readSnapshot(call, config().stripe.webhookSecretConnect ?? emulatorSecrets.connect), call.now)

/** Accounts v2 speak in thin events: what changed, not how. @throws SIGNATURE_INVALID */
export const receiveThin = (call: Call) => keep(readThin(call, config().stripe.webhookSecretV2 ?? emulatorSecrets.thin), call.now)

const readSnapshot = ({ body, headers }: Call, secret: string): Said => {
  const event = verified(() => stripe().webhooks.constructEvent(body, signatureOf(headers), secret))
  const object = event.data.object as { id?: string }
  return { id: event.id, type: event.type, objectId: object.id ?? '', account: event.account ?? null }
}

const readThin = ({ body, headers }: Call, secret: string): Said => {
  const event = verified(() => stripe().parseEventNotification(body, signatureOf(headers), secret))
  const related = 'related_object' in event ? event.related_object : null
  return { id: event.id, type: event.type, objectId: related && 'id' in related ? String(related.id) : '', account: null }
}

const signatureOf = (headers: IncomingHttpHeaders) => String(headers['stripe-signature'] ?? '')

const verified = <T>(read: () => T): T => {
  try {
    return read()
  } catch {
    throw new DomainError('SIGNATURE_INVALID')
  }
}

/** A second delivery finds the first and changes nothing. What happens inside a freelancer's own account is told by its v2 events. */
const keep = async (said: Said, now: Date): Promise<void> => {
  if (!isHeeded(said)) return
  try {
    await transaction(async (tx) => {
      await stripeEventStore.insert({ _id: said.id, type: said.type, objectId: said.objectId, account: said.account, receivedAt: now }, tx)
      tx.emit(stripeSaid(said))
    })
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
  }
}
