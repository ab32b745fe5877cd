import { stdnum } from 'stdnum'
import { v7 as newId } from 'uuid'
import { drainEvents } from '../platform/events/deliver-events.ts'
import { openBrowser, secretInLetter, submitPage, type Browser } from './browser.ts'

export const demoPassword = 'partager-coûte-moins'

export type Actor = Browser & { organisationId: string; name: string; email: string }
type Town = { commune: string; communeCode: string; postcode: string }

export const towns = {
  bayeux: { commune: 'Bayeux', communeCode: '14047', postcode: '14400' },
  port: { commune: 'Port-en-Bessin-Huppain', communeCode: '14515', postcode: '14520' },
  caen: { commune: 'Caen', communeCode: '14118', postcode: '14000' },
  cherbourg: { commune: 'Cherbourg-en-Cotentin', communeCode: '50129', postcode: '50100' },
} as const satisfies Record<string, Town>

export type OrganisationSaid = {
  person: string
  email: string
  name: string
  kind: 'sme' | 'freelancer' | 'association'
  town: Town
  street: string
  more?: object
}

/** From the form to the first page of one's own: account, letter, sign-in, organisation. */
export const arrive = async (said: OrganisationSaid, order: number): Promise<Actor> => {
  const browser = await signUp(said.person, said.email)
  const id = newId()
  const { town, street, kind, name } = said
  await browser.post('/organisations', {
    id,
    kind,
    name,
    siret: siretOf(order),
    address: { street, ...town },
    vatStatus: kind === 'association' ? 'non_taxable' : 'standard',
    ...said.more,
  })
  return Object.assign(browser, { organisationId: id, name, email: said.email })
}

/** An account whose address is confirmed, signed in. */
export const signUp = async (name: string, email: string): Promise<Browser> => {
  const browser = openBrowser()
  await browser.post('/accounts', { id: newId(), name, email, password: demoPassword, locale: 'fr' })
  await drainEvents()
  await browser.post('/accounts/confirmation', { token: await secretInLetter(email, 'accounts.confirm-email') })
  await browser.post('/session', { email, password: demoPassword })
  return browser
}

const siretCheck = stdnum['FR']!['siret']!

/** A SIRET that exists nowhere and whose keys are right. */
const siretOf = (order: number): string => {
  const candidates = Array.from({ length: 100 }, (_, keys) => `9${String(order).padStart(7, '0')}${Math.floor(keys / 10)}0001${keys % 10}`)
  const siret = candidates.find((candidate) => siretCheck.validate(candidate).isValid)
  if (!siret) throw new Error(`no SIRET for ${order}`)
  return siret
}

export const goodCard = '4242424242424242'
export const refusedCard = '4000000000000341'

/** On Stripe's page, and back. */
export const saveCard = async (owner: Actor, cardNumber = goodCard): Promise<void> => {
  const { url } = await owner.post('/payment-method/setup', { returnTo: '/paiement' })
  const back = await submitPage(url, { cardNumber, expiry: '12/34', cvc: '123', name: owner.name })
  await owner.post('/payment-method/refresh', { checkoutSessionId: back.searchParams.get('session') })
}

/** On Stripe's pages, to the end. */
export const openPayout = async (freelancer: Actor): Promise<void> => {
  const { url } = await freelancer.post('/payout-account/onboarding', { returnTo: '/versements' })
  await submitPage(url, { outcome: 'complete' })
  await freelancer.post('/payout-account/refresh', {})
}
