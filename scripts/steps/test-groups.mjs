import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './run-command.mjs'

const folder = '.mutuo/test-groups'

export const clearGroups = () => rmSync(join(root, folder), { recursive: true, force: true })

/**
 * Loading the whole server, and then running it until its code is compiled, takes each test file seconds. So files are run as one: each stays a describe of
 * its own, with its own app and database. Answers the files to run, `count` of them at most, about as long as each other, for that project of jest.config.mjs.
 */
export const groupTests = (run, files, { project = 'live', count = 1 } = {}) => {
  const largestFirst = files.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  return Array.from({ length: Math.min(count, files.length) }, (_, at) => {
    const members = largestFirst.filter((_file, index) => index % count === at)
    return writeGroup(`${folder}/${project}/${count === 1 ? run : `${run}-${at + 1}`}.test.ts`, members.toSorted())
  })
}

const writeGroup = (path, members) => {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  const loading = members.map((file) => `describe('${file}', () => void require('${relative(dirname(path), file)}'))`)
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
