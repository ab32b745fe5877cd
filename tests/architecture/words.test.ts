import { filesUnder, productSources, textOf } from './source-files.ts'

const RETAINED_FUNDS = /s[ée]questr|escrow/i
const OUR_MACHINE = /\/work\/(?:main|shared|\.library)\b|\.\.\/shared\/(?:design|tools|hooks)\b/

const sources = [...productSources(), ...filesUnder('client/src/locales')]

it('money that is kept back is "fonds retenus", never in the words of another law', () => {
  expect(sources.filter((file) => RETAINED_FUNDS.test(textOf(file)))).toEqual([])
})

it('an entreprise is a firm in English, and nothing else', () => {
  const english = filesUnder('client/src/locales/en')
  expect(english.length).toBeGreaterThan(10)
  expect(english.filter((file) => /(?<!small-)\bbusiness/i.test(textOf(file)))).toEqual([])
})

it('no source knows the machine it was written on', () => {
  const files = ['server', 'client', 'tests', 'scripts']
    .flatMap(filesUnder)
    .filter((file) => /\.(?:[tj]sx?|mjs|cjs|json|ya?ml)$/.test(file))
  const isAbout = (file: string) => OUR_MACHINE.test(textOf(file))
  expect(files.filter((file) => file !== 'tests/architecture/words.test.ts' && isAbout(file))).toEqual([])
})
