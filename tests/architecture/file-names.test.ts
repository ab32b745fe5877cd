import { basename } from 'node:path'
import { filesUnder, productSources, textOf } from './source-files.ts'

const SHAPELESS = /(?:^|[-.])(?:utils?|helpers?|misc|managers?|services?)(?:[-.]|$)|^(?:common|base)(?:[.]|$)/
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]+$/
const MAY_BE_LONG = /\.(?:schema|endpoints)\.ts$|\/data\//

const sources = [...productSources(), ...filesUnder('tests'), ...filesUnder('scripts')].filter((file) => /\.(?:tsx?|mjs)$/.test(file))

it('files have names in kebab-case, with their role after a dot', () => {
  expect(sources.filter((file) => !KEBAB.test(basename(file)))).toEqual([])
})

it('no file or folder is a drawer for everything', () => {
  expect(sources.filter((file) => file.split('/').some((part) => SHAPELESS.test(part)))).toEqual([])
})

it('most files are under 200 lines', () => {
  const long = productSources().filter((file) => !MAY_BE_LONG.test(file) && textOf(file).split('\n').length > 200)
  expect(long.length).toBeLessThanOrEqual(productSources().length * 0.05)
})

it('every test file says so in its name, so that it runs', () => {
  const tests = filesUnder('tests').filter((file) => !file.startsWith('tests/stripe-emulator/') && /\.tsx?$/.test(file))
  const forgotten = tests.filter((file) => !file.endsWith('.test.ts') && /^(?:it|test|describe)(?:\.\w+)*\(/m.test(textOf(file)))
  expect(forgotten).toEqual([])
})
