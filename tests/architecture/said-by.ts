import { execFile } from 'node:child_process'
import { root } from './source-files.ts'

export const LIMIT_MS = 600_000

/** What a check has to say: nothing where it passes. */
export const saidBy = ([program, args]: [string, string[]]): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd: root, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } },
      (error, stdout, stderr) => resolve(error ? `${stdout}${stderr}` || error.message : ''),
    )
  })
