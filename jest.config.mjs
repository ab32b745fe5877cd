import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packagesOf = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap(({ name }) =>
    name.startsWith('@') ? readdirSync(join(folder, name)).map((own) => `${name}/${own}`) : name.startsWith('.') ? [] : [name],
  )

/** jest loads CommonJS: what ships as ES modules only is translated like our own code, and so is the driver's one file that calls import(). */
const translated = (folder) => [
  ...packagesOf(folder)
    .filter((name) => {
      const manifest = join(folder, name, 'package.json')
      return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).type === 'module'
    })
    .map((name) => `${name.replaceAll('.', '\\.')}/`),
  'mongodb/lib/runtime_adapters\\.js',
]

const swc = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
}

/** Where `npm test` puts the files that run several test files as one, in a folder for each project (scripts/steps/test-groups.mjs). */
const GROUPS = '.mutuo/test-groups'
const roots = ['tests', GROUPS].filter((folder) => existsSync(join(import.meta.dirname, folder)))

const project = (displayName, folders, more = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: roots.map((folder) => `<rootDir>/${folder}`),
  testMatch: [...folders.map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`), `<rootDir>/${GROUPS}/${displayName}/*.test.ts`],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: { '^.+\\.(mjs|[tj]sx?)$': ['@swc/jest', swc] },
  transformIgnorePatterns: [`/node_modules/(?!(?:${translated(join(import.meta.dirname, 'node_modules')).join('|')}))`],
  testEnvironment: '<rootDir>/tests/support/jest/quick-globals-environment.mjs',
  resolver: '<rootDir>/tests/support/jest/resolve-module.cjs',
  ...more,
})

const PURE = ['rules', 'architecture', 'emulator']
const live = readdirSync(join(import.meta.dirname, 'tests'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && ![...PURE, 'support', 'stripe-emulator', 'node_modules'].includes(entry.name))
  .map((entry) => entry.name)

/** Two projects, so that a run of pure files alone starts no database: jest runs a project's globalSetup only when one of its files is chosen. */
export default {
  projects: [
    project('pure', PURE),
    project('live', live, {
      globalSetup: '<rootDir>/tests/support/jest/start-database.ts',
      globalTeardown: '<rootDir>/tests/support/jest/stop-database.ts',
    }),
  ],
  maxWorkers: 2,
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/tests/support/jest/plain-line-reporter.mjs'],
}
