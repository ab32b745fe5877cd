import { writeSync } from 'node:fs'

/** Ends the run with one plain line that any tool can read, after everything else has spoken. A file that could not run counts as one failure. */
export default class PlainLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites
    const skipped = results.numPendingTests + results.numTodoTests
    process.once('exit', () => writeSync(1, `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`))
  }
}
