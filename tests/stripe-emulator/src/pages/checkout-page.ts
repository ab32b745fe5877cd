import { Router } from 'express'
import type Stripe from 'stripe'
import { makeCard } from '../cards/make-card.ts'
import { makeDebit } from '../cards/make-debit.ts'
import { expireIfDue, sessionOf } from '../resources/checkout-sessions.ts'
import { refusalText, submitSession } from '../resources/submit-session.ts'
import type { World } from '../world/world.ts'
import { decodeForm } from '../http/decode-body.ts'
import { escapeHtml, frenchAmount, layout, notice } from './layout.ts'
import { cardForm, EMPTY_CARD, readCard, type CardErrors, type CardForm } from './read-card.ts'
import { cardSection } from './card-section.ts'
import { debitForm, debitSection, EMPTY_DEBIT, readDebit, type DebitErrors, type DebitForm } from './debit-form.ts'
import { textOf } from './form-field.ts'

type Shown = { card?: CardForm; cardErrors?: CardErrors; debit?: DebitForm; debitErrors?: DebitErrors; refusal?: string }
type Typed = { method: Stripe.PaymentMethod; shown: Shown } | { method: null; shown: Shown }

/** The hosted Checkout page: card or IBAN form, then 3DS or the success address. */
export const checkoutPage = (world: World): Router => {
  const router = Router()
  router.get('/c/pay/:id', (req, res) => {
    const session = expireIfDue(world, sessionOf(world, req.params.id))
    if (session.status !== 'open') return void res.status(410).send(closedPage(session))
    res.send(payPage(world, session, { refusal: lastRefusal(world, session) }))
  })
  router.post('/c/pay/:id', (req, res) => {
    const session = expireIfDue(world, sessionOf(world, req.params.id))
    if (session.status !== 'open') return void res.status(410).send(closedPage(session))
    const { method, shown } = readMethod(world, decodeForm(String(req.body ?? '')))
    if (!method) return void res.status(422).send(payPage(world, session, shown))
    const submission = submitSession(world, session, method)
    world.changed()
    if (submission.kind === 'redirect') return res.redirect(303, submission.url)
    res.status(402).send(payPage(world, session, { ...shown, refusal: submission.french }))
  })
  return router
}

const readMethod = (world: World, form: unknown): Typed => {
  if (textOf(form, 'method') === 'sepa_debit') {
    const debit = debitForm(form)
    const read = readDebit(debit)
    if ('errors' in read) return { method: null, shown: { debit, debitErrors: read.errors } }
    return { method: makeDebit(world, read.scenario, { name: debit.name, email: null }), shown: { debit } }
  }
  const card = cardForm(form)
  const read = readCard(card, new Date(world.nowMs()))
  if ('errors' in read) return { method: null, shown: { card, cardErrors: read.errors } }
  return { method: makeCard(world, read.scenario, read.details), shown: { card } }
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

const payPage = (world: World, session: Stripe.Checkout.Session, shown: Shown): string => {
  const isSetup = session.mode === 'setup'
  const amount = isSetup ? '' : frenchAmount(session.amount_total ?? 0, session.currency ?? 'eur')
  const takesDebits = session.payment_method_types.includes('sepa_debit')
  const title = isSetup ? (takesDebits ? 'Enregistrer votre moyen de paiement' : 'Enregistrer votre carte') : 'Payer votre part'
  const labels = world.state.sessionPayments[session.id]?.labels ?? []
  const summary = isSetup
    ? '<p class="lead">Rien n’est prélevé aujourd’hui. Vous ne serez débité que si l’achat groupé aboutit, et jamais au-delà du plafond que vous avez fixé.</p>'
    : `<p class="amount">${amount}</p><p class="lead">${labels.map(escapeHtml).join('<br>')}</p>`
  const alert = shown.refusal ? `<div class="alert" role="alert">${escapeHtml(shown.refusal)}</div>` : ''
  const debits = takesDebits
    ? debitSection(shown.debit ?? EMPTY_DEBIT, shown.debitErrors ?? {}, isSetup ? 'Enregistrer ce compte' : `Payer ${amount}`)
    : ''
  return layout(
    title,
    `<h1>${title}</h1>${summary}${alert}
${cardSection(shown.card ?? EMPTY_CARD, shown.cardErrors ?? {}, isSetup ? 'Enregistrer cette carte' : `Payer ${amount}`)}${debits}
${session.cancel_url ? `<p><a href="${escapeHtml(session.cancel_url)}">Annuler et revenir à Mutuo</a></p>` : ''}`,
  )
}
