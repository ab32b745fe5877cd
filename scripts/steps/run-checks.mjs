import { availableParallelism } from 'node:os'
import { runCommand } from './run-command.mjs'

/** Runs the checks, as many at once as there are processors, a line each, and what a failing one said. Answers whether all passed. */
export const runChecks = async (checks) => {
  const waiting = [...checks]
  let failed = 0
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const start = Date.now()
      const { code, output } = await runCommand(...check.command, { quiet: true })
      if (code !== 0) failed += 1
      console.log(`${code === 0 ? '✓' : '✗'} ${check.name} (${((Date.now() - start) / 1000).toFixed(1)} s)`)
      if (code !== 0) console.log(output.trimEnd())
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return failed === 0
}
