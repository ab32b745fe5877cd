import { join } from 'node:path'

const node = (program, ...args) => [process.execPath, [join('node_modules', ...program.split('/')), ...args]]
const cache = (name) => join('node_modules', '.cache', 'mutuo', name)

const types = (folder, more = {}) => ({
  name: `types of ${folder}`,
  group: 'typecheck',
  ...more,
  command: node(
    'typescript/bin/tsc',
    '-p',
    folder,
    '--incremental',
    '--tsBuildInfoFile',
    cache(`types-${folder.replaceAll('/', '-')}.json`),
  ),
})

/**
 * Every check that reads the sources and runs nothing, the longest first: `npm run check`, its parts and tests/architecture run them from here. The types of
 * tests include those of scripts, the Stripe emulator, the server and shared; what these two must not know besides (a page, a test) is the lint's to refuse.
 * @type {{ name: string, group: string, command: [string, string[]], isCovered?: boolean }[]}
 */
export const checks = [
  types('tests'),
  types('client'),
  types('server', { isCovered: true }),
  {
    name: 'lint',
    group: 'lint',
    command: node('eslint/bin/eslint.js', '.', '--max-warnings=0', '--cache', '--cache-location', cache('eslint/')),
  },
  {
    name: 'format',
    group: 'format',
    command: node('prettier/bin/prettier.cjs', '.', '--check', '--log-level=warn', '--cache', '--cache-location', cache('prettier')),
  },
  {
    name: 'boundaries',
    group: 'boundaries',
    command: node(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      'shared/src',
      'server/src',
      'client/src',
      'tests',
      'scripts',
      '--config',
      '.dependency-cruiser.mjs',
    ),
  },
  types('shared', { isCovered: true }),
  { name: 'accessibility of the markup', group: 'lint', command: node('oxlint/bin/oxlint', 'client/src', '--deny-warnings') },
]
