import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import jestConfig from '../../jest.config.mjs'

/** Here this file is in the copy in which the sources are changed: everything is loaded from there, never through the workspace's link. */
const rootDir = dirname(dirname(import.meta.dirname))
const [pure] = jestConfig.projects
const word = process.env.MUTATED_WORD

/** The rules tests that ask the folder themselves: a change that only others would notice counts as missed. */
const testsOf = readdirSync(join(rootDir, 'tests/rules'))
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => readFileSync(join(rootDir, 'tests/rules', file), 'utf8').includes(`@mutuo/shared/${word}/`))

export default {
  ...pure,
  rootDir,
  roots: ['<rootDir>/tests/rules'],
  testMatch: testsOf.map((file) => `<rootDir>/tests/rules/${file}`),
  moduleNameMapper: { '^@mutuo/shared/(.*)$': '<rootDir>/shared/src/$1' },
  // Stryker puts its own around it, and loads it by require().
  testEnvironment: 'node',
  testRunner: join(import.meta.dirname, 'jest-circus-until-noticed.mjs'),
  setupFilesAfterEnv: ['<rootDir>/tests/mutation/limit-properties.ts'],
}
