import { join } from 'node:path'
import { platformErrors } from '@mutuo/shared/errors/error-code.ts'
import type { Process } from '@mutuo/shared/process/process.ts'
import { filesUnder, jsonOf, productSources, root, textOf } from './source-files.ts'

type Texts = { [key: string]: string | Texts }

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  )

const localeFiles = (locale: string) => filesUnder(`client/src/locales/${locale}`).filter((file) => file.endsWith('.json'))
const namesOf = (locale: string) => localeFiles(locale).map((file) => file.split('/').at(-1))
const textsOf = (locale: string, name: string) => new Map(flat(jsonOf(`client/src/locales/${locale}/${name}.json`) as Texts))
const all = (locale: string) =>
  localeFiles(locale).flatMap((file) => flat(jsonOf(file) as Texts).map(([key, text]) => ({ file, key, text })))

const PLURAL = /_(?:zero|one|two|few|many|other)$/
const withoutPlural = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.replace(PLURAL, '')))].sort()
const slots = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort()

const loadAll = (pattern: RegExp): Record<string, unknown>[] =>
  filesUnder('shared/src')
    .filter((file) => pattern.test(file))
    .map((file) => jest.requireActual<Record<string, unknown>>(join(root, file)))

const errorCodes = (): string[] => {
  const lists = loadAll(/\.errors\.ts$/).flatMap((module) =>
    Object.values(module).filter((value) => typeof value === 'object' && value !== null),
  )
  return [platformErrors, ...lists].flatMap((list) => (Array.isArray(list) ? (list as string[]) : Object.keys(list as object)))
}

const isProcess = (value: unknown): value is Process<string, string, string> =>
  typeof value === 'object' && value !== null && 'initial' in value && 'states' in value && 'moves' in value

const processes = () => loadAll(/\.process\.ts$/).flatMap((module) => Object.values(module).filter(isProcess))

describe.each(['fr', 'en'])('the texts in %s', (locale) => {
  it('say every refusal', () => {
    const texts = textsOf(locale, 'errors')
    expect(errorCodes().filter((code) => !texts.has(code))).toEqual([])
  })

  it('name every state of every life cycle', () => {
    const texts = textsOf(locale, 'states')
    const states = processes().flatMap(({ name, states }) => states.map((state) => `${name}.${state}`))
    expect(states.length).toBeGreaterThan(0)
    expect(states.filter((state) => !texts.has(state))).toEqual([])
  })

  it('are never empty', () => {
    expect(all(locale).filter(({ text }) => text.trim() === '')).toEqual([])
  })
})

describe('the two languages', () => {
  it('have the same files', () => {
    expect(namesOf('en')).toEqual(namesOf('fr'))
  })

  it.each(namesOf('fr').map((name) => String(name).replace('.json', '')))('have the same keys, with the same slots, in %s', (name) => {
    const [fr, en] = [textsOf('fr', name), textsOf('en', name)]
    expect(withoutPlural(en.keys())).toEqual(withoutPlural(fr.keys()))
    const differ = [...fr].filter(([key, text]) => en.has(key) && String(slots(text)) !== String(slots(en.get(key)!)))
    expect(differ.filter(([key]) => !PLURAL.test(key)).map(([key]) => key)).toEqual([])
  })

  it('count in every form: French in one, many and other, English in one and other', () => {
    const missing = [
      { locale: 'fr', forms: ['one', 'many', 'other'] },
      { locale: 'en', forms: ['one', 'other'] },
    ].flatMap(({ locale, forms }) =>
      namesOf(locale).flatMap((file) => {
        const name = String(file).replace('.json', '')
        const keys = textsOf(locale, name)
        const counted = withoutPlural([...keys.keys()].filter((key) => PLURAL.test(key)))
        return counted.flatMap((key) =>
          forms.filter((form) => !keys.has(`${key}_${form}`)).map((form) => `${locale}/${name}: ${key}_${form}`),
        )
      }),
    )
    expect(missing).toEqual([])
  })
})

it('French puts an unbreakable space before ; : ! ? € % and inside « »', () => {
  const wrong = all('fr').filter(({ text }) => / [;:!?€%»]|« |[^\s\u00a0\u202f][!?;»](?:\s|$)|«[^\u00a0\u202f]/.test(text))
  expect(wrong.map(({ key, text }) => `${key}: ${text}`)).toEqual([])
})

it('every code that the product throws is declared, so that it has its texts and its status', () => {
  const declared = new Set(errorCodes())
  const thrown = productSources()
    .filter((file) => !file.startsWith('tests/'))
    .flatMap((file) => [...textOf(file).matchAll(/new DomainError\(\s*'([A-Z_]+)'/g)].map(([, code]) => `${file}: ${code}`))
  expect(thrown.filter((line) => !declared.has(line.split(': ')[1] ?? ''))).toEqual([])
})

it('every text that a screen asks for exists', () => {
  const known = new Set(withoutPlural(all('fr').map(({ key }) => key)))
  const asked = filesUnder('client/src')
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...textOf(file).matchAll(/\bt\(\s*'([\w.:-]+)'/g)].map(([, key]) => ({ file, key: String(key).split(':').at(-1) ?? '' })),
    )
  const branches = new Set([...known].flatMap((key) => key.split('.').map((_, depth, parts) => parts.slice(0, depth + 1).join('.'))))
  expect(asked.filter(({ key }) => !branches.has(key)).map(({ file, key }) => `${file}: ${key}`)).toEqual([])
})
