import { checkInvariants } from '@mutuo/server/modules/billing/check-invariants.ts'
import { now } from '@mutuo/server/platform/clock.ts'

/** After every story: each invariant of the books holds, Stripe's own balance included. */
export const expectBooksToBalance = async ({ asksStripe = true } = {}): Promise<void> => {
  const lines = await checkInvariants({ now: now(), asksStripe })
  expect(lines.filter((line) => line.violations.length > 0)).toEqual([])
  expect(lines.length).toBeGreaterThan(9)
}
