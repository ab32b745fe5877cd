import { pick, type Random } from './valid-input.ts'

/** What people, programs and attackers send where something else was asked for. */
export const NASTY: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  -0,
  1e308,
  9_007_199_254_740_993,
  '1e3',
  'NaN',
  true,
  [],
  {},
  [[]],
  [null],
  { $gt: '' },
  { $ne: null },
  { $where: 'sleep(1000)' },
  { toString: 1 },
  { length: 1e9 },
  '$where',
  'a.b',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  'a\r\nSet-Cookie: a=b',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  "' OR 1=1 --",
  '(a+)+$',
  '💶'.repeat(300),
  'x'.repeat(20_000),
  '9'.repeat(400),
  '2027-02-30',
  '0000-00-00T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  'ffffffff-ffff-7fff-bfff-ffffffffffff',
]

/** The same with one to three of its values, at any depth, replaced, removed or joined by a stranger. */
export const mutate = (input: Record<string, unknown>, random: Random): Record<string, unknown> => {
  const copy = structuredClone(input)
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) spoil(copy, random)
  return copy
}

const spoil = (holder: Record<string, unknown> | unknown[], random: Random): void => {
  const keys = Object.keys(holder)
  const key =
    keys.length > 0 && random() < 0.9 ? pick(random, keys) : pick(random, ['more', '$set', 'isAdmin', 'state', 'version', 'organisationId'])
  const inner = (holder as Record<string, unknown>)[key]
  if (typeof inner === 'object' && inner !== null && random() < 0.7) return spoil(inner as Record<string, unknown>, random)
  if (random() < 0.15) delete (holder as Record<string, unknown>)[key]
  else (holder as Record<string, unknown>)[key] = structuredClone(pick(random, NASTY))
}
