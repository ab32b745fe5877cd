import { checkInvariants } from '@mutuo/server/modules/billing/check-invariants.ts'
import { now } from '@mutuo/server/platform/clock.ts'
import type { App } from './app.ts'

/** After every story: each invariant of the books holds, Stripe's own balance included. */
export const expectBooksToBalance = async (app: App): Promise<void> => {
  await app.settled()
  const lines = await checkInvariants({ now: now(), asksStripe: true })
  expect(lines.filter((line) => line.violations.length > 0)).toEqual([])
  expect(lines.length).toBeGreaterThan(9)
}
