import { Router } from 'express'
import { decodeForm } from '../http/decode-body.ts'
import { found } from '../http/stripe-failure.ts'
import { setStanding, type Standing } from '../resources/account-standing.ts'
import { accountOf } from '../resources/accounts-v2.ts'
import type { OnboardingLink } from '../world/state.ts'
import type { World } from '../world/world.ts'
import { escapeHtml, layout, notice } from './layout.ts'

const OUTCOMES: Record<string, { standing: Standing; label: string; hint: string }> = {
  complete: {
    standing: 'active',
    label: 'Dossier complet',
    hint: 'L’identité et l’IBAN sont vérifiés\u00a0: les versements peuvent commencer.',
  },
  pending: { standing: 'pending', label: 'Vérification en cours', hint: 'Tout est donné, la vérification prend encore un peu de temps.' },
  restricted: {
    standing: 'restricted',
    label: 'Il manque une pièce',
    hint: 'Les versements restent fermés jusqu’à ce qu’elle soit donnée.',
  },
}

/** The hosted onboarding of a freelancer's payout account; a used or old link goes back for a new one. */
export const onboardingPage = (world: World): Router => {
  const router = Router()
  const isOver = (link: OnboardingLink) => link.isUsed || link.expiresAtMs <= world.nowMs()
  const linkOf = (token: string) => found(world.state.onboardingLinks[token], 'account_link', token)
  router.get('/connect/onboard/:token', (req, res) => {
    const link = linkOf(req.params.token)
    if (isOver(link)) return res.redirect(303, link.refreshUrl)
    res.send(choicePage(world, link))
  })
  router.post('/connect/onboard/:token', (req, res) => {
    const link = linkOf(req.params.token)
    if (isOver(link)) return res.redirect(303, link.refreshUrl)
    const { outcome } = decodeForm(String(req.body ?? '')) as { outcome?: unknown }
    const chosen = typeof outcome === 'string' ? OUTCOMES[outcome] : undefined
    if (!chosen) return void res.status(422).send(choicePage(world, link, 'Choisissez la suite à donner au dossier.'))
    link.isUsed = true
    setStanding(world, accountOf(world, link.accountId), chosen.standing)
    world.changed()
    if (link.returnUrl) return res.redirect(303, link.returnUrl)
    res.send(notice('C’est enregistré', 'Vous pouvez fermer cette page.'))
  })
  return router
}

const choicePage = (world: World, link: OnboardingLink, error = ''): string => {
  const account = accountOf(world, link.accountId)
  const choices = Object.entries(OUTCOMES).map(
    (
      [value, { label, hint }],
      index,
    ) => `<div class="choice"><input type="radio" id="${value}" name="outcome" value="${value}"${index === 0 ? ' checked' : ''}>
<div><label for="${value}">${label}</label><p class="hint">${hint}</p></div></div>`,
  )
  return layout(
    'Ouvrir votre compte de versement',
    `<h1>Ouvrir votre compte de versement</h1>
<p class="lead">${escapeHtml(account.display_name ?? 'Votre activité')}\u00a0: sur la vraie page, on vous demanderait ici votre identité et votre IBAN. Choisissez ce que la vérification doit donner.</p>
${error === '' ? '' : `<div class="alert" role="alert">${error}</div>`}
<form class="card" method="post"><fieldset><legend>Résultat de la vérification</legend>
${choices.join('\n')}</fieldset>
<button type="submit">Terminer</button>
<a href="${escapeHtml(link.refreshUrl)}">Plus tard</a></form>`,
  )
}
