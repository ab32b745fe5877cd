import { textOf } from './source-files.ts'

const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => String(name))

it('every variable that the server reads is in .env.example, and every one there is read', () => {
  const read = namesIn(textOf('server/src/platform/config.ts').split('.object({')[1]?.split('\n})')[0] ?? '', /^ {2}([A-Z][A-Z0-9_]+):/gm)
  const told = namesIn(textOf('.env.example'), /^([A-Z][A-Z0-9_]+)=/gm)
  const forTuning = ['RATE_LIMIT_FACTOR', 'CHECK_OUTPUTS']
  expect(read.length).toBeGreaterThan(0)
  expect(told.sort()).toEqual(read.filter((name) => !forTuning.includes(name)).sort())
})
