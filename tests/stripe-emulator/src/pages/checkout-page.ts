import { Router } from 'express'
import type Stripe from 'stripe'
import { makeCard } from '../cards/make-card.ts'
import { expireIfDue, sessionOf } from '../resources/checkout-sessions.ts'
import { refusalText, submitSession } from '../resources/submit-session.ts'
import type { World } from '../world/world.ts'
import { decodeForm } from '../http/decode-body.ts'
import { escapeHtml, frenchAmount, layout, notice } from './layout.ts'
import { cardForm, readCard, type CardErrors, type CardForm } from './read-card.ts'

const EMPTY: CardForm = { cardNumber: '', expiry: '', cvc: '', name: '' }

/** The hosted Checkout page: card form, then 3DS or the success address. */
export const checkoutPage = (world: World): Router => {
  const router = Router()
  router.get('/c/pay/:id', (req, res) => {
    const session = expireIfDue(world, sessionOf(world, req.params.id))
    if (session.status !== 'open') return void res.status(410).send(closedPage(session))
    res.send(cardPage(world, session, EMPTY, {}, lastRefusal(world, session)))
  })
  router.post('/c/pay/:id', (req, res) => {
    const session = expireIfDue(world, sessionOf(world, req.params.id))
    if (session.status !== 'open') return void res.status(410).send(closedPage(session))
    const form = cardForm(decodeForm(String(req.body ?? '')))
    const read = readCard(form, new Date(world.nowMs()))
    if ('errors' in read) return void res.status(422).send(cardPage(world, session, form, read.errors))
    const submission = submitSession(world, session, makeCard(world, read.scenario, read.details))
    world.changed()
    if (submission.kind === 'redirect') return res.redirect(303, submission.url)
    res.status(402).send(cardPage(world, session, form, {}, submission.french))
  })
  return router
}

/** Why the former try of this page failed, as after a refused 3DS. */
const lastRefusal = ({ state }: World, session: Stripe.Checkout.Session): string => {
  const error =
    state.setupIntents[String(session.setup_intent)]?.last_setup_error ??
    state.paymentIntents[String(session.payment_intent)]?.last_payment_error
  if (!error) return ''
  return error.code?.endsWith('authentication_failure')
    ? 'La vérification par votre banque n’a pas abouti. Recommencez ou essayez une autre carte.'
    : refusalText(error.decline_code)
}

const closedPage = (session: Stripe.Checkout.Session) =>
  session.status === 'complete'
    ? notice(
        'C’est déjà fait',
        'Cette carte a bien été enregistrée ou ce paiement a bien été reçu. Vous pouvez revenir à Mutuo.',
        backTo(session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id)),
      )
    : notice('Ce lien n’est plus valable', 'Revenez à Mutuo et recommencez\u00a0: une nouvelle page s’ouvrira.', backTo(session.cancel_url))

const backTo = (href: string | null | undefined) => (href ? { href, label: 'Revenir à Mutuo' } : undefined)

const cardPage = (world: World, session: Stripe.Checkout.Session, form: CardForm, errors: CardErrors = {}, refusal = ''): string => {
  const isSetup = session.mode === 'setup'
  const amount = isSetup ? '' : frenchAmount(session.amount_total ?? 0, session.currency ?? 'eur')
  const title = isSetup ? 'Enregistrer votre carte' : 'Payer votre part'
  const labels = world.state.sessionPayments[session.id]?.labels ?? []
  const summary = isSetup
    ? '<p class="lead">Rien n’est prélevé aujourd’hui. Votre carte ne sera débitée que si l’achat groupé aboutit, et jamais au-delà du plafond que vous avez fixé.</p>'
    : `<p class="amount">${amount}</p><p class="lead">${labels.map(escapeHtml).join('<br>')}</p>`
  const button = isSetup ? 'Enregistrer cette carte' : `Payer ${amount}`
  const alert = refusal === '' ? '' : `<div class="alert" role="alert">${escapeHtml(refusal)}</div>`
  return layout(
    title,
    `<h1>${title}</h1>${summary}${alert}
<form class="card" method="post" novalidate>
${field('cardNumber', 'Numéro de carte', grouped(form.cardNumber), errors.cardNumber, 'inputmode="numeric" autocomplete="cc-number" placeholder="4242 4242 4242 4242"')}
<div class="pair">
${field('expiry', 'Expire fin', form.expiry, errors.expiry, 'autocomplete="cc-exp" placeholder="MM/AA"')}
${field('cvc', 'Cryptogramme', '', errors.cvc, 'inputmode="numeric" autocomplete="cc-csc" placeholder="123"')}
</div>
${field('name', 'Nom sur la carte', form.name, errors.name, 'autocomplete="cc-name"')}
<button type="submit">${button}</button>
${session.cancel_url ? `<a href="${escapeHtml(session.cancel_url)}">Annuler et revenir à Mutuo</a>` : ''}
</form>`,
  )
}

const grouped = (cardNumber: string) => cardNumber.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

const field = (
  name: keyof CardForm,
  label: string,
  value: string,
  error: string | undefined,
  attributes: string,
): string => `<div class="field">
<label for="${name}">${label}</label>
<input type="text" id="${name}" name="${name}" value="${escapeHtml(value)}" required ${attributes}${error ? ` aria-invalid="true" aria-describedby="${name}-error"` : ''}>
${error ? `<p class="hint" id="${name}-error" style="color:var(--alert)">${escapeHtml(error)}</p>` : ''}</div>`
