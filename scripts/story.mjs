#!/usr/bin/env node
// npm run story -- NAME: the stories whose file name holds NAME, with their printed ledger and tables.
import { join } from 'node:path'
import { runCommand } from './steps/run-command.mjs'
import { listTestFiles } from './steps/run-jest.mjs'

const names = process.argv.slice(2)
const stories = await listTestFiles(['tests/stories/'])
const chosen = stories.filter((file) => names.some((name) => file.includes(name)))

if (chosen.length === 0) {
  console.error(`npm run story -- NAME, where NAME is in one of:\n${stories.map((file) => `  ${file}`).join('\n')}`)
  process.exitCode = 1
} else {
  const jest = join('node_modules', 'jest', 'bin', 'jest.js')
  const { code } = await runCommand(process.execPath, [jest, '--runInBand', '--verbose', '--runTestsByPath', ...chosen], {
    environment: { MUTUO_PRINT_STORY: '1' },
  })
  process.exitCode = code
}
