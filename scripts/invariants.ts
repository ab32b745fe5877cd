// npm run invariants: every invariant of the books on the database of MONGODB_URI, or of the running demo; exits 1 on a violation.
import { checkInvariants } from '@mutuo/server/modules/billing/check-invariants.ts'
import { liveConfig, withProduct } from './live/open-product.ts'
import { runCommandLine } from './live/run-command-line.ts'

const SHOWN = 10

runCommandLine(async () => {
  const config = liveConfig()
  const asksStripe = config.stripe.secretKey !== undefined || config.stripe.apiBase !== undefined
  let violations = 0
  await withProduct(config, async () => {
    for (const line of await checkInvariants({ now: new Date(), asksStripe })) {
      violations += line.violations.length
      console.log(
        `${line.violations.length === 0 ? '✓' : '✗'} ${line.id.padEnd(6)} ${String(line.checked).padStart(7)} checked  ${line.label}`,
      )
      for (const violation of line.violations.slice(0, SHOWN)) console.log(`    ${violation}`)
      if (line.violations.length > SHOWN) console.log(`    … and ${line.violations.length - SHOWN} more`)
    }
  })
  if (!asksStripe) console.log('Stripe was not asked: neither STRIPE_SECRET_KEY nor STRIPE_API_BASE is set.')
  console.log(violations === 0 ? 'No violation.' : `${violations} violations.`)
  return violations === 0 ? 0 : 1
})
