import {
  areBidsOpen,
  areBidsSealed,
  areTermsOpen,
  checkExtension,
  checkPlan,
  closingOf,
  isGathering,
  isPriceOpen,
  termsCloseAt,
} from '@mutuo/shared/needs/need.rules.ts'
import { needProcess } from '@mutuo/shared/needs/need.process.ts'
import { needState, type NeedState } from '@mutuo/shared/needs/need.schema.ts'
import { codeOf } from './support/refusal-of.ts'

type Rules = { bidsDuringGathering: boolean; bidsSealed: boolean; negotiationDays?: number }

const at = (day: number) => new Date(Date.UTC(2027, 0, day, 18))
const deadlines = { gatheringClosesAt: at(10), bidsCloseAt: at(15), voteClosesAt: at(20), startsOn: '2027-02-01' }
const plan = { ...deadlines, rules: {}, minFirms: 3, targetFirms: 6, lots: [{ kind: 'common' as const, targetMinor: 100_000 }] }
const need = (state: NeedState, rules: Rules = { bidsDuringGathering: true, bidsSealed: false }) => ({
  state,
  content: { ...deadlines, rules },
})

describe('the plan of a need', () => {
  it.each([
    ['is kept when all is in order', {}, null],
    ['buys something', { lots: [{ kind: 'common' as const, targetMinor: 0 }] }, 'LOTS_MISSING'],
    ['hopes for at least its minimum', { targetFirms: 2 }, 'TARGET_BELOW_MINIMUM'],
    ['asks of each no more than the price', { minimumShareMinor: 16_667 }, 'MINIMUM_SHARE_TOO_HIGH'],
    ['may ask of each its equal part', { minimumShareMinor: 16_666 }, null],
    ['gathers until later than now', { gatheringClosesAt: at(1) }, 'DEADLINE_PAST'],
    ['closes bids after the gathering', { bidsCloseAt: at(10) }, 'DEADLINES_OUT_OF_ORDER'],
    ['closes the vote after the bids', { voteClosesAt: at(14) }, 'DEADLINES_OUT_OF_ORDER'],
    ['leaves time to vote after the negotiation', { rules: { negotiationDays: 5 } }, 'DEADLINES_OUT_OF_ORDER'],
    ['may negotiate until shortly before', { rules: { negotiationDays: 4 } }, null],
    ['starts work after the vote', { startsOn: '2027-01-19' }, 'DEADLINES_OUT_OF_ORDER'],
    ['may start on the day of the vote', { startsOn: '2027-01-20' }, null],
  ])('%s', (_, change, expected) => {
    expect(codeOf(() => checkPlan({ ...plan, ...change }, at(1)))).toBe(expected)
  })
})

describe('putting deadlines off', () => {
  const later = { gatheringClosesAt: at(12), bidsCloseAt: at(17), voteClosesAt: at(22) }
  const { startsOn: _, ...same } = deadlines

  it.each([
    ['moves all of them', 'gathering', later, at(5), null],
    ['moves one of them', 'gathering', { ...same, voteClosesAt: at(25) }, at(5), null],
    ['changes something', 'gathering', same, at(5), 'DEADLINE_NOT_LATER'],
    ['brings none forward', 'gathering', { ...later, bidsCloseAt: at(14) }, at(5), 'DEADLINE_NOT_LATER'],
    ['keeps their order', 'gathering', { ...same, gatheringClosesAt: at(16) }, at(5), 'DEADLINES_OUT_OF_ORDER'],
    ['comes before the deadline has passed', 'gathering', later, at(11), 'DEADLINE_PAST'],
    ['leaves the gathering closed once bidding is open', 'bidding', later, at(11), 'DEADLINE_NOT_LATER'],
    ['lengthens the bidding', 'bidding', { ...same, bidsCloseAt: at(17) }, at(11), null],
    ['is over once the vote is open', 'voting', later, at(16), 'STALE_STATE'],
  ] as const)('%s', (_, state, extended, now, expected) => {
    expect(codeOf(() => checkExtension(need(state), extended, now))).toBe(expected)
  })
})

describe('what is open when a request arrives', () => {
  it('gathers up to the deadline, to the millisecond, whether a job has run or not', () => {
    expect(isGathering(need('gathering'), at(10))).toBe(true)
    expect(isGathering(need('gathering'), new Date(at(10).getTime() + 1))).toBe(false)
    expect(isGathering(need('bidding'), at(5))).toBe(false)
  })

  it('takes bids while it gathers, where its rules say so, and until bids close', () => {
    expect(areBidsOpen(need('gathering'), at(5))).toBe(true)
    expect(areBidsOpen(need('gathering', { bidsDuringGathering: false, bidsSealed: false }), at(5))).toBe(false)
    expect(areBidsOpen(need('bidding', { bidsDuringGathering: false, bidsSealed: false }), at(12))).toBe(true)
    expect(areBidsOpen(need('bidding'), at(16))).toBe(false)
  })

  it('keeps sealed bids sealed until they open together', () => {
    const rules = { bidsDuringGathering: true, bidsSealed: true }
    expect(needProcess.states.filter((state) => areBidsSealed(need(state, rules)))).toEqual(['gathering', 'bidding'])
    expect(areBidsSealed(need('bidding'))).toBe(false)
  })

  it('lets the group ask for other terms of what it can read: while bids are open and unsealed, or in the days kept for it', () => {
    const open = { bidsDuringGathering: true, bidsSealed: false }
    const sealed = { bidsDuringGathering: true, bidsSealed: true, negotiationDays: 3 }
    expect([areTermsOpen(need('bidding', open), at(12)), areTermsOpen(need('bidding', open), at(16))]).toEqual([true, false])
    expect([areTermsOpen(need('bidding', sealed), at(12)), areTermsOpen(need('negotiating', sealed), at(16))]).toEqual([false, true])
    expect([areTermsOpen(need('negotiating', sealed), at(18)), areTermsOpen(need('negotiating', sealed), at(19))]).toEqual([true, false])
    expect(areBidsOpen(need('negotiating', sealed), at(14))).toBe(false)
    expect([termsCloseAt(need('bidding', open)), termsCloseAt(need('negotiating', sealed))]).toEqual([at(15), at(18)])
  })

  it('names the deadline that binds next', () => {
    expect((['draft', 'gathering', 'bidding', 'voting', 'awarded'] as const).map((state) => closingOf(need(state)).getUTCDate())).toEqual([
      10, 10, 15, 20, 20,
    ])
  })
})

it('a need shows a price until one is agreed, or nobody pays', () => {
  const closed = needState.options.filter((state) => !isPriceOpen(state))
  expect(closed).toEqual(['awarded', 'done', 'expired', 'cancelled'])
})
