#!/usr/bin/env node
// Run after `npm install` has written package-lock.json from a mirror that lacks packages of other platforms (a Mac's binary, say):
// npm then leaves them out of the lockfile, and `npm ci` refuses the lockfile as incomplete. This adds what npm would have written.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps/run-command.mjs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const libraries = { gnu: 'glibc', musl: 'musl' }

/** What a binary package says of itself, read from its name: `binding-linux-x64-musl`. */
const platformOf = (name) => {
  const words = name.split(/[/-]/)
  const at = words.findIndex((word) => systems.includes(word))
  if (at < 0) throw new Error(`${name} names no platform: add it to package-lock.json by hand.`)
  const [os, cpu, library] = words.slice(at)
  return { cpu: [cpu], ...(os === 'linux' && libraries[library] ? { libc: [libraries[library]] } : {}), os: [os] }
}

const path = join(root, 'package-lock.json')
const lockfile = JSON.parse(readFileSync(path, 'utf8'))
const isThere = (name) => Object.keys(lockfile.packages).some((at) => at === `node_modules/${name}` || at.endsWith(`/node_modules/${name}`))

const missing = Object.values(lockfile.packages).flatMap((parent) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => !isThere(name))
    .map(([name, version]) => [
      `node_modules/${name}`,
      { version, ...(parent.dev ? { dev: true } : {}), ...platformOf(name), optional: true },
    ]),
)
lockfile.packages = Object.fromEntries([...Object.entries(lockfile.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`)
console.log(
  missing.length === 0 ? 'package-lock.json is complete' : `${missing.length} packages of other platforms added to package-lock.json`,
)
