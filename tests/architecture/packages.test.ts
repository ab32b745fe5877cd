import { filesUnder, jsonOf } from './source-files.ts'

type Manifest = {
  name: string
  workspaces?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}
type Locked = {
  resolved?: string
  link?: boolean
  version?: string
  integrity?: string
  hasInstallScript?: boolean
  optionalDependencies?: Record<string, string>
}

const root = jsonOf('package.json') as Manifest
const manifests = [root, ...(root.workspaces ?? []).map((folder) => jsonOf(`${folder}/package.json`) as Manifest)]
const locked = (jsonOf('package-lock.json') as { packages: Record<string, Locked> }).packages
const installed = Object.entries(locked).filter(([path, { link }]) => path.includes('node_modules/') && !link)

it('every dependency is pinned to one exact version', () => {
  const loose = manifests.flatMap(({ name, dependencies, devDependencies }) =>
    Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
      .map(([dependency, version]) => `${name}: ${dependency} ${version}`),
  )
  expect(loose).toEqual([])
})

it('one package has one version in all workspaces', () => {
  const versions = new Map<string, Set<string>>()
  for (const { dependencies, devDependencies } of manifests)
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      versions.set(name, (versions.get(name) ?? new Set()).add(version))
  expect([...versions].filter(([, found]) => found.size > 1).map(([name]) => name)).toEqual([])
})

it('the lockfile holds no download address, so that any registry serves', () => {
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
})

it('the lockfile is complete for every platform: after npm install, run node scripts/complete-lockfile.mjs', () => {
  const isThere = (name: string) => installed.some(([path]) => path.endsWith(`node_modules/${name}`))
  const missing = installed.flatMap(([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isThere(name)),
  )
  expect(missing).toEqual([])
})

it('every package that wants to run a script at installation was judged', () => {
  const judged = Object.keys(root.allowScripts ?? {})
  const wanting = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path.split('node_modules/').at(-1))
  expect(wanting.filter((name) => name && !judged.includes(name))).toEqual([])
})

it('there is one lockfile', () => {
  expect(
    ['shared', 'server', 'client', 'tests', 'scripts'].flatMap(filesUnder).filter((file) => /package-lock|yarn\.lock|pnpm-lock/.test(file)),
  ).toEqual([])
})
