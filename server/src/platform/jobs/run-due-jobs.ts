import { now } from '../clock.ts'
import type { Job } from './define-job.ts'

let jobs: readonly Job[] = []

export const useJobs = (all: readonly Job[]): void => {
  const names = all.map(({ name }) => name)
  const twin = names.find((name, at) => names.indexOf(name) !== at)
  if (twin) throw new Error(`two jobs are called ${twin}`)
  jobs = all
}

export const definedJobs = (): readonly Job[] => jobs

/** Runs each job once, in their order, as if it were `at`: for tests, the demo and the command line. */
export const runDueJobs = async (at: Date = now(), names?: readonly string[]): Promise<void> => {
  for (const { name, run } of jobs) if (!names || names.includes(name)) await run({ now: at })
}
