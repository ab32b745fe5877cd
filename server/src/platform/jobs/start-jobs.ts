import { MongoBackend } from '@agendajs/mongo-backend'
import { Agenda } from 'agenda'
import { now } from '../clock.ts'
import { logger } from '../logger.ts'
import { currentDatabase } from '../mongo/connect.ts'
import { definedJobs } from './run-due-jobs.ts'

const LOCK_MS = 5 * 60_000

/** Has agenda run the jobs on the one connection; among several processes, one takes each run. Answers how to stop. */
export const startJobs = async (): Promise<() => Promise<void>> => {
  const backend = new MongoBackend({ mongo: currentDatabase() as never, collection: 'platform_jobs' })
  const agenda = new Agenda({ backend, processEvery: '5 seconds', defaultLockLifetime: LOCK_MS })
  agenda.on('error', (error) => logger().warn({ err: error }, 'the jobs cannot be read'))
  await agenda.ready
  for (const { name, run } of definedJobs()) agenda.define(name, () => logged(name, run({ now: now() })), { concurrency: 1 })
  await agenda.start()
  for (const { name, interval } of definedJobs()) await agenda.every(interval, name)
  return () => agenda.stop()
}

const logged = async (name: string, run: Promise<void>): Promise<void> => {
  try {
    await run
  } catch (error) {
    logger().error({ err: error, job: name }, 'a job failed')
    throw error
  }
}
