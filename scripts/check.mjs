#!/usr/bin/env node
// npm run check: types, lint, boundaries, format and the rules tests. With GROUPS (typecheck, lint, boundaries, format): those checks alone.
import { checks } from './steps/checks.mjs'
import { runChecks } from './steps/run-checks.mjs'
import { listTestFiles, runJest } from './steps/run-jest.mjs'

const groups = process.argv.slice(2)
const areClean = await runChecks(groups.length === 0 ? checks : checks.filter(({ group }) => groups.includes(group)))

const testRules = async () => {
  const { passed, failed, skipped } = await runJest('rules', await listTestFiles(['tests/rules/']))
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
  return failed === 0
}

const areRulesKept = groups.length > 0 || (await testRules())
process.exitCode = areClean && areRulesKept ? 0 : 1
