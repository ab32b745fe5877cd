import { setClock, systemClock } from '@mutuo/server/platform/clock.ts'
import type { App } from './app.ts'

const dayMs = 24 * 3600 * 1000

/** For the top of a describe: days that pass at once, each time with the jobs that fall due meanwhile. The clock is put right after the tests. */
export const skippingDays = (app: Pick<App, 'jobs'>, runJobs: () => Promise<unknown> = () => app.jobs()) => {
  let skippedDays = 0
  afterAll(() => setClock(systemClock))
  return async (days: number): Promise<void> => {
    skippedDays += days
    setClock(() => new Date(Date.now() + skippedDays * dayMs))
    await runJobs()
  }
}
