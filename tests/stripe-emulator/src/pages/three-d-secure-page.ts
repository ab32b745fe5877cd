import { Router } from 'express'
import type { World } from '../world/world.ts'
import type { Authentication } from '../world/state.ts'
import { decodeForm } from '../http/decode-body.ts'
import { found } from '../http/stripe-failure.ts'
import { finishAuthentication } from '../resources/finish-authentication.ts'
import { escapeHtml, frenchAmount, layout, notice } from './layout.ts'

/** The bank's page: approve, refuse, or leave without answering. */
export const threeDSecurePage = (world: World): Router => {
  const router = Router()
  const open = (token: string): Authentication => found(world.state.authentications[token], 'authentication', token)
  router.get('/3ds/:token', (req, res) => {
    const authentication = open(req.params.token)
    if (authentication.isDone) return void res.status(410).send(donePage(authentication.returnUrl))
    res.send(bankPage(world, authentication))
  })
  router.post('/3ds/:token', (req, res) => {
    const authentication = open(req.params.token)
    if (authentication.isDone) return void res.status(410).send(donePage(authentication.returnUrl))
    const { decision } = decodeForm(String(req.body ?? '')) as { decision?: unknown }
    if (decision !== 'approve' && decision !== 'fail') return void res.status(422).send(bankPage(world, authentication))
    const url = finishAuthentication(world, authentication, decision === 'approve')
    world.changed()
    res.redirect(303, url)
  })
  return router
}

const donePage = (href: string) =>
  notice('Cette vérification est terminée', 'Vous pouvez revenir à Mutuo.', { href, label: 'Revenir à Mutuo' })

const wayBack = (world: World, { sessionId, returnUrl }: Authentication) =>
  sessionId === null ? returnUrl : `${world.baseUrl}/c/pay/${sessionId}`

const bankPage = (world: World, authentication: Authentication): string => {
  const payment = world.state.paymentIntents[authentication.intentId]
  const card = world.state.paymentMethods[authentication.paymentMethodId]?.card
  const what = payment ? `le paiement de ${frenchAmount(payment.amount, payment.currency)} avec la` : 'l’enregistrement de votre'
  return layout(
    'Vérification par votre banque',
    `<h1>Votre banque vérifie que c’est bien vous</h1>
<p class="lead">Confirmez ${what} carte qui finit par ${card?.last4 ?? '····'}.</p>
<form class="card" method="post">
<button type="submit" name="decision" value="approve">C’est bien moi, je confirme</button>
<button class="second" type="submit" name="decision" value="fail">Refuser</button>
<a href="${escapeHtml(wayBack(world, authentication))}">Revenir sans répondre</a>
</form>`,
  )
}
