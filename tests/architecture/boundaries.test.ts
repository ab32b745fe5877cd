import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './source-files.ts'

type Violation = { from: string; rule: { name: string } }
type Case = { what: string; from: string; to: string; rule: string; text?: string }

const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs')
const folders = ['shared', 'server', 'client', 'tests']

/** Every import that a rule refuses in a repository of these files. */
const violationsIn = (files: Record<string, string>): Violation[] => {
  const place = mkdtempSync(join(tmpdir(), 'mutuo-boundaries-'))
  try {
    for (const folder of folders) mkdirSync(join(place, folder), { recursive: true })
    writeFileSync(join(place, 'package.json'), '{}')
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(place, file)), { recursive: true })
      writeFileSync(join(place, file), text)
    }
    const config = join(root, '.dependency-cruiser.mjs')
    const args = [depcruise, ...folders, '--config', config, '--output-type', 'json', '--no-cache']
    const answer = execFileSync(process.execPath, args, { cwd: place, encoding: 'utf8' })
    return (JSON.parse(answer) as { summary: { violations: Violation[] } }).summary.violations
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const exporting = 'export const it = 1\n'
const importing = (path: string) => `import { it } from '${path}'\nexport const that = it\n`
const pathBetween = (from: string, to: string) => `${'../'.repeat(from.split('/').length - 1)}${to}`

const modules = 'server/src/modules'
const lawful = {
  [`${modules}/groups/index.ts`]: exporting,
  [`${modules}/pledges/pledge.model.ts`]: 'export const it = 1\nexport type Record = number\n',
  [`${modules}/pledges/pledge.store.ts`]: importing('./pledge.model.ts'),
  [`${modules}/pledges/pledge.policy.ts`]: "import type { Record } from './pledge.model.ts'\nexport const it: Record = 1\n",
  [`${modules}/pledges/make-pledge.ts`]: `${importing('./pledge.store.ts')}import '../groups/index.ts'\nimport './pledge.policy.ts'\n`,
}

const unlawful: Case[] = [
  {
    what: 'a later module',
    from: `${modules}/groups/join-group.ts`,
    to: `${modules}/pledges/index.ts`,
    rule: 'groups-import-earlier-modules-only',
  },
  {
    what: 'the type of a later module',
    from: `${modules}/groups/leave-group.ts`,
    to: `${modules}/bids/index.ts`,
    rule: 'groups-import-earlier-modules-only',
    text: "import type { it } from '../bids/index.ts'\nexport type That = typeof it\n",
  },
  {
    what: 'another module past its front door',
    from: `${modules}/bids/a.ts`,
    to: `${modules}/groups/group.store.ts`,
    rule: 'modules-through-the-front-door',
  },
  {
    what: 'a model from a use case',
    from: `${modules}/needs/post-need.ts`,
    to: `${modules}/needs/need.model.ts`,
    rule: 'models-behind-stores-and-views',
  },
  {
    what: 'a store from routes',
    from: `${modules}/needs/need.routes.ts`,
    to: `${modules}/needs/need.store.ts`,
    rule: 'routes-touch-no-store',
  },
  {
    what: 'a store from a policy',
    from: `${modules}/needs/need.policy.ts`,
    to: `${modules}/needs/lot.store.ts`,
    rule: 'pure-files-import-shared-only',
  },
  {
    what: 'a module from the platform',
    from: 'server/src/platform/a.ts',
    to: `${modules}/chat/index.ts`,
    rule: 'platform-knows-no-module',
  },
  { what: 'the composition root from a module', from: `${modules}/chat/a.ts`, to: 'server/src/app.ts', rule: 'modules-below-the-app' },
  {
    what: 'a module from the shared ground',
    from: 'shared/src/errors/a.ts',
    to: 'shared/src/groups/b.ts',
    rule: 'shared-ground-knows-no-module',
  },
  {
    what: 'a later module of shared',
    from: 'shared/src/groups/a.ts',
    to: 'shared/src/pledges/b.ts',
    rule: 'groups-import-earlier-modules-only',
  },
  {
    what: 'a feature from another',
    from: 'client/src/features/needs/a.ts',
    to: 'client/src/features/bids/b.ts',
    rule: 'features-meet-in-routes',
  },
  { what: 'a feature from the ui kit', from: 'client/src/ui/a.ts', to: 'client/src/features/chat/b.ts', rule: 'features-below-routes' },
  { what: 'the server from the client', from: 'client/src/a.ts', to: 'server/src/platform/b.ts', rule: 'client-apart' },
  { what: 'tests from the server', from: 'server/src/platform/c.ts', to: 'tests/support/b.ts', rule: 'server-apart' },
  {
    what: 'the product from the Stripe emulator',
    from: 'tests/stripe-emulator/src/a.ts',
    to: 'shared/src/money/b.ts',
    rule: 'emulator-apart',
  },
  { what: 'the server from shared', from: 'shared/src/needs/a.ts', to: 'server/src/platform/d.ts', rule: 'shared-imports-zod-only' },
  { what: 'in a cycle', from: 'shared/src/money/e.ts', to: 'shared/src/money/f.ts', rule: 'no-circular' },
]

describe('the boundaries', () => {
  let violations: Violation[]

  beforeAll(() => {
    const files = unlawful.flatMap(({ from, to, text }) => [
      [to, exporting],
      [from, text ?? importing(pathBetween(from, to))],
    ])
    const cycle = { 'shared/src/money/f.ts': "import './e.ts'\nexport const it = 1\n" }
    const lost = { 'shared/src/money/g.ts': importing('./missing.ts') }
    violations = violationsIn({ ...Object.fromEntries(files), ...cycle, ...lost, ...lawful })
  }, 60_000)

  const brokenBy = (file: string) => violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)

  it.each(Object.keys(lawful))('let %s import its own, earlier modules by their front door, and types of records', (file) => {
    expect(brokenBy(file)).toEqual([])
  })

  it.each(unlawful)('refuse to import $what', ({ from, rule }) => {
    expect(brokenBy(from)).toContain(rule)
  })

  it('refuse an import that leads nowhere', () => {
    expect(brokenBy('shared/src/money/g.ts')).toContain('resolves')
  })
})
