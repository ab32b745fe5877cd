import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { root, runCommand, runQuietly } from './run-command.mjs'

const jest = join('node_modules', 'jest', 'bin', 'jest.js')
const LIMIT_MINUTES = 40

/** The test files of the repository, as paths from its root with `/`, that hold at least one of the words; every one when there are no words. */
export const listTestFiles = async (words) => {
  const output = await runQuietly(process.execPath, [jest, '--listTests'])
  return output
    .split('\n')
    .map((file) => relative(root, file.trim()).split(sep).join('/'))
    .filter((file) => file.startsWith('tests/'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
}

const countsOf = (reportFile, code) => {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8'))
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
    return {
      passed: report.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/**
 * Runs these files, `atOnce` of them, and answers the counts; a file that cannot even start, or a run that breaks or never ends, counts as one failure.
 * `later` keeps what the run says until it ends, where another one speaks meanwhile.
 */
export const runJest = async (name, files, { atOnce = availableParallelism(), later = false, environment = {} } = {}) => {
  const report = join(root, 'reports', `${name}.json`)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  // A timer that agenda or the rate limits leave behind is not waited for, as it is not in a worker.
  const workers = atOnce === 1 ? ['--runInBand', '--forceExit'] : [`--maxWorkers=${atOnce}`]
  const { code, output } = await runCommand(
    process.execPath,
    [jest, ...workers, '--reporters=default', '--json', `--outputFile=${report}`, '--runTestsByPath', ...files],
    {
      environment,
      quiet: later,
      limitMinutes: LIMIT_MINUTES,
    },
  )
  if (later) console.log(output.trimEnd())
  return countsOf(report, code)
}
