import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './run-command.mjs'

const folder = '.mutuo/test-groups'
const MOST_MEMBERS = 15

export const clearGroups = () => rmSync(join(root, folder), { recursive: true, force: true })

/**
 * Loading the whole server takes a test file seconds. So a few files of one kind are run as one: each stays a describe of its own, with its own app and
 * database. Answers the files to run, named after the run, in the order in which they begin.
 */
export const groupTests = (run, files) => {
  mkdirSync(join(root, folder), { recursive: true })
  const groups = new Map()
  for (const file of files) {
    const name = file.split('/')[1]
    groups.set(name, [...(groups.get(name) ?? []), file])
  }
  const slices = [...groups].flatMap(([name, members]) =>
    slicesOf(members).map((slice) => ({ name, members: slice, bytes: sum(slice.map(sizeOf)) })),
  )
  return slices
    .toSorted((a, b) => b.bytes - a.bytes)
    .map(({ name, members }, at) => writeGroup(`${run}-${String(at + 1).padStart(2, '0')}-${name}`, members))
}

const sum = (numbers) => numbers.reduce((total, each) => total + each, 0)

/** As even as can be told before they run: the largest files are dealt out first. */
const slicesOf = (members) => {
  const count = Math.ceil(members.length / MOST_MEMBERS)
  const largestFirst = members.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  return Array.from({ length: count }, (_, at) => largestFirst.filter((_member, index) => index % count === at))
}

const writeGroup = (name, members) => {
  const path = `${folder}/${name}.test.ts`
  const loading = members.map((file) => `describe('${file}', () => void require('${relative(folder, file)}'))`)
  writeFileSync(join(root, path), `${loading.join('\n')}\n`)
  return path
}

const bytesOf = (file) => statSync(join(root, file)).size

/** With what lies beside it to be run by it, as the rows of the access table. */
const sizeOf = (file) => {
  const beside = readdirSync(join(root, dirname(file))).filter((name) => name.endsWith('.ts'))
  const tests = beside.filter((name) => name.endsWith('.test.ts'))
  const others = beside.filter((name) => !tests.includes(name)).map((name) => bytesOf(join(dirname(file), name)))
  return bytesOf(file) + others.reduce((sum, bytes) => sum + bytes, 0) / tests.length
}
