import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './run-command.mjs'

const folder = '.mutuo/test-groups'
const MOST_MEMBERS = 4

/**
 * Loading the whole server takes a test file seconds. So a few files of one folder are run as one: each stays a describe of its own, with its own app and
 * database. Answers the files to run; they are as large as what they run, since jest begins with the largest.
 */
export const groupTests = (files) => {
  rmSync(join(root, folder), { recursive: true, force: true })
  mkdirSync(join(root, folder), { recursive: true })
  const groups = new Map()
  for (const file of files) {
    const name = file.split('/').slice(1, -1).join('-')
    groups.set(name, [...(groups.get(name) ?? []), file])
  }
  return [...groups].flatMap(([name, members]) => slicesOf(members).map((slice, at) => writeGroup(`${name}-${at + 1}`, slice)))
}

const slicesOf = (members) => {
  const count = Math.ceil(members.length / MOST_MEMBERS)
  return Array.from({ length: count }, (_, at) => members.filter((_member, index) => index % count === at))
}

const writeGroup = (name, members) => {
  const path = `${folder}/${name}.test.ts`
  const loading = members.map((file) => `describe('${file}', () => void require('${relative(folder, file)}'))`)
  const size = members.reduce((sum, file) => sum + statSync(join(root, file)).size, 0)
  writeFileSync(join(root, path), `${loading.join('\n')}\n//${' '.repeat(size)}\n`)
  return path
}
