import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import { checkPledge } from '@mutuo/shared/pledges/pledge.rules.ts'
import { movesFrom } from '@mutuo/shared/process/process.ts'
import { refusalOf } from './support/refusal-of.ts'

describe('the course of a pledge', () => {
  const mayDo = (state: (typeof pledgeProcess.states)[number]) =>
    (['owner', 'system'] as const).map((actor) => movesFrom(pledgeProcess, state, actor))

  it('is free until the lock, and its firm can do nothing about it from then on', () => {
    expect(pledgeProcess.initial).toBe('draft')
    expect(mayDo('draft')).toEqual([
      ['confirm', 'change', 'withdraw'],
      ['confirm', 'release'],
    ])
    expect(mayDo('ready')).toEqual([
      ['change', 'withdraw'],
      ['lock', 'release'],
    ])
    expect(mayDo('locked')).toEqual([[], ['convert', 'release']])
  })

  it('ends in a mission, withdrawn or released', () => {
    expect(pledgeProcess.states.filter((state) => mayDo(state).flat().length === 0)).toEqual(['converted', 'withdrawn', 'released'])
  })

  it('waits to be confirmed again after every change', () => {
    expect(Object.entries(pledgeProcess.moves).map(([move, { to }]) => [move, to])).toEqual([
      ['confirm', 'ready'],
      ['change', 'draft'],
      ['withdraw', 'withdrawn'],
      ['lock', 'locked'],
      ['convert', 'converted'],
      ['release', 'released'],
    ])
  })
})

describe('a promise', () => {
  const terms = { firmId: 'me', minimumMinor: 10_000, startsOn: '2027-01-05', mostFirms: 12, groupFirmIds: ['me', 'rival'] }
  const refusedFor = (promise: Parameters<typeof checkPledge>[0]) => refusalOf(() => checkPledge(promise, terms))
  it.each([
    [
      'is accepted inside its cap',
      { capMinor: 50_000, coverMinor: 4_000, conditions: { minFirms: 12, maxShareMinor: 46_000, startsBefore: '2027-01-06' } },
      null,
    ],
    ['is accepted at the very minimum', { capMinor: 10_000, coverMinor: 0, conditions: { maxShareMinor: 10_000 } }, null],
    ['needs a cap that reaches the minimum', { capMinor: 9_999, coverMinor: 0, conditions: {} }, 'CAP_BELOW_MINIMUM'],
    ['cannot cover others with more than it leaves itself', { capMinor: 50_000, coverMinor: 40_001, conditions: {} }, 'COVER_ABOVE_CAP'],
    [
      'cannot accept a price that its cap refuses',
      { capMinor: 50_000, coverMinor: 4_000, conditions: { maxShareMinor: 46_001 } },
      'CONDITION_ABOVE_CAP',
    ],
    [
      'cannot ask for a price under the minimum',
      { capMinor: 50_000, coverMinor: 0, conditions: { maxShareMinor: 9_999 } },
      'PRICE_UNREACHABLE',
    ],
    [
      'cannot ask for more firms than may ever join',
      { capMinor: 50_000, coverMinor: 0, conditions: { minFirms: 13 } },
      'FIRMS_UNREACHABLE',
    ],
    [
      'cannot ask for a start before the need starts',
      { capMinor: 50_000, coverMinor: 0, conditions: { startsBefore: '2027-01-05' } },
      'START_UNREACHABLE',
    ],
    [
      'may keep away from a firm of its group, and ask for proofs',
      { capMinor: 50_000, coverMinor: 0, conditions: { excludedFirmIds: ['rival'], requiredProofs: ['certificate' as const] } },
      null,
    ],
    [
      'cannot exclude the firm that makes it',
      { capMinor: 50_000, coverMinor: 0, conditions: { excludedFirmIds: ['rival', 'me'] } },
      'EXCLUDES_ITSELF',
    ],
    [
      'cannot exclude a firm that is not in the group',
      { capMinor: 50_000, coverMinor: 0, conditions: { excludedFirmIds: ['stranger'] } },
      'EXCLUDED_FIRM_UNKNOWN',
    ],
  ])('%s', (_, promise, refusal) => expect(refusedFor(promise)?.code ?? null).toBe(refusal))

  it('is told the figure that it breaks', () => {
    const paramsOf = (promise: Partial<Parameters<typeof checkPledge>[0]>) =>
      refusedFor({ capMinor: 50_000, coverMinor: 0, conditions: {}, ...promise })?.params
    expect(paramsOf({ capMinor: 9_999 })).toEqual({ minimumMinor: 10_000 })
    expect(paramsOf({ coverMinor: 40_001 })).toEqual({ mostMinor: 40_000 })
    expect(paramsOf({ coverMinor: 4_000, conditions: { maxShareMinor: 46_001 } })).toEqual({ mostMinor: 46_000 })
    expect(paramsOf({ conditions: { minFirms: 13 } })).toEqual({ mostFirms: 12 })
    expect(paramsOf({ conditions: { maxShareMinor: 9_999 } })).toEqual({ minimumMinor: 10_000, mostFirms: 12 })
    expect(paramsOf({ conditions: { startsBefore: '2027-01-05' } })).toEqual({ startsOn: '2027-01-05' })
  })

  it('leaves something to pay beside its cover, even where the need asks for no minimum', () => {
    const free = { ...terms, minimumMinor: 0 }
    expect(() => checkPledge({ capMinor: 50_000, coverMinor: 50_000, conditions: {} }, free)).toThrow('COVER_ABOVE_CAP')
    expect(() => checkPledge({ capMinor: 50_000, coverMinor: 49_999, conditions: {} }, free)).not.toThrow()
  })
})
