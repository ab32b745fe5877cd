import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashFiles } from './hash-files.mjs'
import { root, runQuietly } from './run-command.mjs'

const stamp = join(root, '.mutuo', 'client-built-from')
const page = join(root, 'client', 'dist', 'index.html')

/** Builds client/dist when its sources are other than those of the last build. */
export const buildClient = async ({ always = false } = {}) => {
  const sources = hashFiles(['client', 'shared', 'package-lock.json'])
  const isBuilt = existsSync(page) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sources
  if (isBuilt && !always) return 'client/dist is of these sources'
  const output = await runQuietly('npm', ['run', 'build:client', '--silent'])
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
  return always ? `client/dist\n${output.trimEnd()}\n` : 'client/dist'
}
