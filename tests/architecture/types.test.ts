import { execFile } from 'node:child_process'
import { checks } from '../../scripts/steps/checks.mjs'
import { root } from './source-files.ts'

const LIMIT_MS = 600_000

const saidBy = ([program, args]: [string, string[]]): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd: root, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
      (error, stdout, stderr) => resolve(error ? `${stdout}${stderr}` || error.message : ''),
    )
  })

describe('the compiler', () => {
  it.each(
    checks.filter(({ group, isCovered }) => group === 'typecheck' && !isCovered).map(({ name, command }) => [name, command] as const),
  )(
    'accepts the %s',
    async (_name, command) => {
      expect(await saidBy(command as [string, string[]])).toBe('')
    },
    LIMIT_MS,
  )
})
