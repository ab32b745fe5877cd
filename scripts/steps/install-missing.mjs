import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runQuietly } from './run-command.mjs'
import { showStep } from './show-step.mjs'

const packagesOf = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages

/** True when what npm last wrote into node_modules is what the lockfile asks for; packages for other platforms may be absent. */
export const isInstalled = () => {
  const recordOfNpm = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, recordOfNpm))) return false
  const installed = packagesOf(recordOfNpm)
  return Object.entries(packagesOf('package-lock.json'))
    .filter(([path, wanted]) => path.includes('node_modules/') && !wanted.link)
    .every(([path, wanted]) => (installed[path] ? installed[path].integrity === wanted.integrity : wanted.optional))
}

/** Installs the exact versions of the lockfile when node_modules holds something else. */
export const installMissing = async (name) => {
  if (isInstalled()) return
  await showStep(name, async () => {
    await runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  })
}
