import { makeCollectedTestResult } from '@jest/test-result'
import circus from 'jest-circus/runner'

const notRun = { title: 'not run', fullName: 'not run', ancestorTitles: [], status: 'pending', failureMessages: [], failureDetails: [] }

/** Both live as long as the process, which tries one change after the other. */
let noticed
const testsIn = new Map()

/** jest's runner of one test file, except that nothing more is run, nor even loaded, once a test has noticed the change, nor a file that has none of the tests asked for. */
export default async (globalConfig, config, environment, runtime, file, ...rest) => {
  const change = process.env.__STRYKER_ACTIVE_MUTANT__
  const isNoticed = () => change !== undefined && noticed === change
  const { testNamePattern } = globalConfig
  const asked = testNamePattern && new RegExp(testNamePattern, 'i')
  const hasNoneAsked = asked && testsIn.get(file)?.every((name) => !asked.test(name))
  if (isNoticed() || hasNoneAsked) return makeCollectedTestResult([notRun], { testFilePath: file })

  const handle = environment.handleTestEvent
  environment.handleTestEvent = async function (event, state) {
    await handle?.call(this, event, state)
    if (event.name === 'test_done' && event.test.errors.length > 0) noticed = change
    if (event.name === 'test_start' && isNoticed()) event.test.mode = 'skip'
  }
  const result = await circus.default(globalConfig, config, environment, runtime, file, ...rest)
  testsIn.set(
    file,
    result.testResults.map(({ fullName }) => fullName),
  )
  return result
}
