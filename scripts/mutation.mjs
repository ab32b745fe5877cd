#!/usr/bin/env node
// npm run mutation -- WORDS: changes the rules of shared/src/WORD one by one and counts how many of the changes the rules tests notice. Fails under 85 % in one of them.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { installMissing } from './steps/install-missing.mjs'
import { root } from './steps/run-command.mjs'

const LEAST_PERCENT = 85
/** Declarations, which the tests of the api hold. */
const DECLARATIONS = ['schema', 'endpoints', 'errors']
const CAUGHT = ['Killed', 'Timeout']
const MISSED = ['Survived', 'NoCoverage']

const rulesOf = (word) =>
  readdirSync(join(root, 'shared/src', word))
    .filter((file) => !DECLARATIONS.some((kind) => file.endsWith(`.${kind}.ts`)))
    .map((file) => `shared/src/${word}/${file}`)

const mutate = async (word) => {
  process.env.MUTATED_WORD = word
  const stryker = new Stryker({
    mutate: rulesOf(word),
    testRunner: 'jest',
    plugins: ['@stryker-mutator/jest-runner'],
    jest: { configFile: 'tests/mutation/jest.config.mjs', enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    ignorePatterns: ['.mutuo', 'reports', 'dist'],
    tempDirName: '.mutuo/mutation',
    reporters: ['progress-append-only', 'clear-text', 'json'],
    jsonReporter: { fileName: `reports/mutation-${word}.json` },
    clearTextReporter: { reportTests: false, reportScoreTable: false, skipFull: true },
    concurrency: 2,
    timeoutMS: 20_000,
    timeoutFactor: 3,
    disableTypeChecks: false,
    warnings: { slow: false, unknownOptions: true },
    allowConsoleColors: false,
    logLevel: 'warn',
  })
  const mutants = await stryker.runMutationTest()
  const count = (states) => mutants.filter(({ status }) => states.includes(status)).length
  const [caught, missed] = [count(CAUGHT), count(MISSED)]
  return {
    word,
    caught,
    missed,
    endless: count(['Timeout']),
    untried: mutants.length - caught - missed,
    percent: (100 * caught) / (caught + missed),
  }
}

const main = async () => {
  await installMissing('Installing the dependencies')
  const words = process.argv.slice(2)
  const unknown = words.filter((word) => !existsSync(join(root, 'shared/src', word)))
  if (words.length === 0 || unknown.length > 0)
    throw new Error(`Name folders of shared/src, for instance: npm run mutation -- pledges ballots money`)
  const outcomes = []
  for (const word of words) outcomes.push(await mutate(word))
  for (const { word, caught, missed, endless, untried, percent } of outcomes)
    console.log(
      `${percent >= LEAST_PERCENT ? 'PASS' : 'FAIL'} ${word}: ${caught} of ${caught + missed} changes noticed, ${percent.toFixed(1)} % (${endless} as they run on and on, ${untried} could not be tried)`,
    )
  process.exitCode = outcomes.every(({ percent }) => percent >= LEAST_PERCENT) ? 0 : 1
}

main().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})
