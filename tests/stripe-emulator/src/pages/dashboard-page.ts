import { Router } from 'express'
import { availableAmount, totalAmount } from '../resources/balance.ts'
import { accountOf } from '../resources/accounts-v2.ts'
import type { World } from '../world/world.ts'
import { escapeHtml, frenchAmount, layout } from './layout.ts'

/** What a freelancer sees behind a login link: the balance of the payout account. */
export const dashboardPage = (world: World): Router => {
  const router = Router()
  router.get('/connect/dashboard/:id', (req, res) => {
    const account = accountOf(world, req.params.id)
    const currency = account.defaults?.currency ?? 'eur'
    const available = availableAmount(world, account.id, currency)
    const coming = totalAmount(world, account.id, currency) - available
    res.send(
      layout(
        'Votre compte de versement',
        `<h1>Votre compte de versement</h1><p class="lead">${escapeHtml(account.display_name ?? account.id)}</p>
<dl class="card"><dt>Disponible</dt><dd>${frenchAmount(available, currency)}</dd><dt>En route</dt><dd>${frenchAmount(coming, currency)}</dd></dl>`,
      ),
    )
  })
  return router
}
