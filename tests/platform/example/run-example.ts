import { setTimeout as wait } from 'node:timers/promises'
import { parseConfig } from '@mutuo/server/platform/config.ts'
import { runProcess } from '@mutuo/server/platform/run-process.ts'
import { startServing } from '@mutuo/server/platform/running-app.ts'
import { notesModule } from './notes.module.ts'

/** The server process with the example module, for tests that end it. */
const run = async (): Promise<void> => {
  const config = parseConfig(process.env)
  await runProcess(config, [notesModule], () => startServing(config, [notesModule], 'test'))
  console.log('serving')
  if (process.env.FAULT === 'rejection') {
    await wait(100)
    void Promise.reject(new Error('nobody caught this'))
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
