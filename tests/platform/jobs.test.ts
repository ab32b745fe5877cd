import { every, everyMinute } from '@mutuo/server/platform/jobs/define-job.ts'
import { runDueJobs } from '@mutuo/server/platform/jobs/run-due-jobs.ts'
import type { ServerModule } from '@mutuo/server/platform/server-module.ts'
import { testApp } from '../support/app.ts'

const runs: { name: string; now: Date }[] = []
const clockModule: ServerModule = {
  name: 'clock',
  jobs: [
    everyMinute('clock.tick', async ({ now }) => void runs.push({ name: 'tick', now })),
    every('2 hours', 'clock.chime', async ({ now }) => void runs.push({ name: 'chime', now })),
  ],
}

describe('jobs', () => {
  describe('by hand', () => {
    testApp({ modules: [clockModule] })

    it('run as if it were another day', async () => {
      const noon = new Date('2027-03-01T12:00:00Z')
      await runDueJobs(noon)
      await runDueJobs(noon, ['clock.chime'])
      expect(runs).toEqual([
        { name: 'tick', now: noon },
        { name: 'chime', now: noon },
        { name: 'chime', now: noon },
      ])
    })
  })

  describe('by themselves', () => {
    testApp({ modules: [clockModule], environment: { RUN_JOBS: 'true' } })

    it('run when the process serves', async () => {
      runs.length = 0
      const deadline = Date.now() + 15_000
      while (runs.length < 2 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50))
      expect(runs.map(({ name }) => name).sort()).toEqual(['chime', 'tick'])
    })
  })
})
