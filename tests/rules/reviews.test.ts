import { shownRating } from '@mutuo/shared/organisations/rating.rules.ts'
import { groupRecordOf, type RecordFacts } from '@mutuo/shared/reviews/group-record.rules.ts'
import { reviewProcess } from '@mutuo/shared/reviews/review.process.ts'
import {
  figuresOf,
  isWindowOpen,
  mayReadOfGroup,
  pairedIn,
  ratingOf,
  stateAt,
  windowFrom,
  type Counted,
} from '@mutuo/shared/reviews/review.rules.ts'
import { canMove } from '@mutuo/shared/process/process.ts'

const dayMs = 86_400_000
const at = (days: number, ms = 0) => new Date(Date.UTC(2026, 10, 1) + days * dayMs + ms)

describe('the window in which a mission is reviewed', () => {
  const window = windowFrom(at(0))

  it('lasts fourteen days, with a reminder three days before its end', () => {
    expect(window).toEqual({ closesAt: at(14), remindAt: at(11) })
  })

  it('ends at one instant: until then one writes and does not read, from then on one reads and does not write', () => {
    const blind = { state: 'written' as const, visibleFrom: window.closesAt }
    const told = [at(14, -1), at(14)].map((instant) => [isWindowOpen(window, instant), stateAt(blind, instant)])
    expect(told).toEqual([
      [true, 'written'],
      [false, 'published'],
    ])
  })

  it('never brings back what was hidden', () => {
    expect(stateAt({ state: 'hidden', visibleFrom: at(1) }, at(20))).toBe('hidden')
  })
})

describe('both sides are in', () => {
  const ofFirm = (firm: string) => ({ id: `by-${firm}`, kind: 'of_freelancer' as const, authorId: firm })
  const ofGroup = { id: 'by-freelancer', kind: 'of_group' as const, authorId: 'freelancer' }
  const firms = ['baker', 'florist', 'cellar']

  it.each([
    ['firms alone wait for the freelancer', [ofFirm('baker'), ofFirm('florist')], []],
    ['the freelancer alone waits', [ofGroup], []],
    [
      'each firm that has written is out with the freelancer’s; the freelancer’s waits for every firm',
      [ofGroup, ofFirm('baker')],
      ['by-baker'],
    ],
    [
      'all in, all out',
      [ofFirm('baker'), ofGroup, ofFirm('florist'), ofFirm('cellar')],
      ['by-baker', 'by-florist', 'by-cellar', 'by-freelancer'],
    ],
  ])('%s', (_, written, out) => {
    expect(pairedIn(written, firms)).toEqual(out)
  })

  it('a firm reads the freelancer’s as soon as its own is in, another firm not before', () => {
    const blind = { state: 'written' as const, visibleFrom: at(14) }
    expect([mayReadOfGroup(blind, true, at(3)), mayReadOfGroup(blind, false, at(3)), mayReadOfGroup(blind, false, at(14))]).toEqual([
      true,
      false,
      true,
    ])
    expect(mayReadOfGroup({ ...blind, state: 'hidden' }, true, at(20))).toBe(false)
  })
})

describe('a review that is out', () => {
  it('is never edited, and is published by nobody but the system', () => {
    expect(canMove(reviewProcess, 'published', 'revise', 'author')).toBe(false)
    expect(reviewProcess.moves.publish.by).toEqual(['system'])
  })
})

describe('figures', () => {
  const review = (authorId: string, overall: number, groupId = 'heart', wouldWorkAgain = true): Counted => ({
    authorId,
    groupId,
    content: { marks: { overall, quality: overall, deadlines: 3, listening: 4 }, wouldWorkAgain },
  })

  it('are told from three firms on: not of two, nor of one that came back twice', () => {
    expect(figuresOf([review('baker', 5), review('florist', 1)])).toBeUndefined()
    expect(figuresOf([review('baker', 5), review('baker', 4), review('florist', 1)])).toBeUndefined()
    expect(figuresOf([review('baker', 5), review('florist', 4), review('cellar', 4, 'port', false)])).toEqual({
      average: 4.3,
      reviews: 3,
      groups: 2,
      byCriterion: [
        { criterion: 'quality', average: 4.3 },
        { criterion: 'deadlines', average: 3 },
        { criterion: 'listening', average: 4 },
      ],
      distribution: [0, 0, 0, 2, 1],
      wouldWorkAgain: 2,
    })
  })

  it('say the same where bids are compared', () => {
    const two = [review('baker', 5), review('florist', 1)]
    expect([shownRating(null), shownRating(ratingOf(two))]).toEqual([undefined, undefined])
    expect(shownRating(ratingOf([...two, review('cellar', 4)]))).toEqual({ average: 3.3, reviews: 3, groups: 1 })
  })
})

describe('a group’s record', () => {
  const share = (firmId: string, said: Partial<RecordFacts['shares'][number]> = {}) => ({
    firmId,
    state: 'paid' as const,
    isPaid: true,
    wasDeclined: false,
    ...said,
  })
  const facts: RecordFacts = {
    groupId: 'heart',
    missions: [{ state: 'completed' }, { state: 'active' }, { state: 'cancelled' }],
    shares: [
      share('baker'),
      share('florist', { wasDeclined: true }),
      share('cellar', { state: 'dunning', isPaid: false, wasDeclined: true }),
      share('hotel', { state: 'processing', isPaid: false }),
      share('baker'),
    ],
    decisions: [
      { from: at(0), to: at(3) },
      { from: at(0), to: at(6) },
    ],
    acceptances: [
      { from: at(0), to: at(1) },
      { from: at(0), to: at(9) },
      { from: at(0), to: at(2) },
    ],
    agreedChanges: 1,
  }

  it('counts what was paid without a refusal, the median days, and what was broken off', () => {
    expect(groupRecordOf(facts)).toEqual({
      groupId: 'heart',
      missions: 3,
      completed: 1,
      brokenOff: 1,
      paidOnTimePercent: 50,
      decisionDays: 5,
      acceptanceDays: 2,
      agreedChanges: 1,
    })
  })

  it('does not say how shares were paid while fewer than three firms have: one could be told', () => {
    expect(groupRecordOf({ ...facts, shares: [share('baker'), share('florist', { wasDeclined: true })] }).paidOnTimePercent).toBeNull()
  })

  it('says nothing of what has not happened', () => {
    const born = groupRecordOf({ ...facts, missions: [], shares: [], decisions: [], acceptances: [], agreedChanges: 0 })
    expect([born.paidOnTimePercent, born.decisionDays, born.acceptanceDays]).toEqual([null, null, null])
  })
})
