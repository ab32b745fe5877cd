import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { assertIndexes } from '@mutuo/server/platform/mongo/assert-indexes.ts'
import { parseConfig } from '@mutuo/server/platform/config.ts'
import { findOnPath } from '../steps/find-chromium.mjs'
import { isInstalled } from '../steps/install-missing.mjs'
import { liveConfig, withProduct } from '../live/open-product.ts'

type Finding = { what: string; look: () => Promise<string> | string }

const outputOf = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { encoding: 'utf8' }).trim().split('\n')[0] ?? ''

const need = (condition: boolean, found: string, remedy: string): string => {
  if (!condition) throw new Error(remedy)
  return found
}

const findings: Finding[] = [
  { what: 'Node ≥ 20.19', look: () => need(isRecentNode(), process.version, `${process.version}: install a newer one`) },
  { what: 'npm', look: () => outputOf('npm', '--version') },
  { what: 'Python 3 (embedded database)', look: () => outputOf('python3', '--version') },
  { what: 'Packages as in the lockfile', look: () => need(isInstalled(), 'yes', 'npm ci') },
  { what: 'Chromium (browser tests)', look: () => findOnPath() ?? need(false, '', 'set CHROMIUM_PATH or install chromium') },
  { what: 'Built client', look: () => need(existsSync('client/dist/index.html'), 'client/dist', 'npm run build') },
  { what: 'Built server', look: () => need(existsSync('server/dist/main.js'), 'server/dist', 'npm run build') },
  { what: 'Configuration to serve with', look: () => configurationToServe() },
  { what: 'Database and its indexes', look: () => databaseInOrder() },
]

const isRecentNode = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

const configurationToServe = (): string => {
  const { environment, appUrl } = parseConfig(process.env)
  return `${environment}, ${appUrl}`
}

const databaseInOrder = async (): Promise<string> => {
  const config = liveConfig()
  await withProduct(config, assertIndexes)
  return new URL(config.mongodbUri).host
}

/** Looks at everything that a run needs and says in a line each what is there, or what to do; exits 1 when something lacks. */
export const doctor = async (): Promise<number> => {
  let lacking = 0
  for (const { what, look } of findings) {
    try {
      console.log(`✓ ${what}: ${await look()}`)
    } catch (error) {
      lacking += 1
      console.log(`✗ ${what}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return lacking === 0 ? 0 : 1
}
