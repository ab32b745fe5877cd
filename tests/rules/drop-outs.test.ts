import {
  amountsToTake,
  firstWhoCan,
  inOrder,
  isUntouched,
  noticeEndsOn,
  type HandedMilestone,
  type Waiting,
} from '@mutuo/shared/missions/hand-over.rules.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import { shareOfferProcess, waitingPlaceProcess } from '@mutuo/shared/missions/share-offer.process.ts'
import { waterfallProcess, waterfallSteps } from '@mutuo/shared/missions/waterfall.process.ts'
import { actorIn, mayMoveOn, nextStep, shownSteps, stepOf, type Unpaid } from '@mutuo/shared/missions/waterfall.rules.ts'
import { withVat } from '@mutuo/shared/money/vat.ts'
import { canMove, movesFrom } from '@mutuo/shared/process/process.ts'
import fc from 'fast-check'

const at = new Date('2031-03-10T10:00:00Z')
const dayMs = 24 * 3600 * 1000
const inDays = (days: number) => new Date(at.getTime() + days * dayMs)
const unpaid = (said: Partial<Unpaid> = {}): Unpaid => ({ state: 'dunning', dueBy: inDays(3), step: null, ...said })

describe('the waterfall', () => {
  it('goes one way, from the retry to the cancellation, and ends', () => {
    const walk: string[] = []
    for (let step = nextStep('retry'); step; step = nextStep(step)) walk.push(step)
    expect(walk).toEqual(waterfallSteps.slice(1))
  })

  it('is sent on by the association alone once the list is done, and never before the grace is over', () => {
    expect(waterfallSteps.filter(mayMoveOn)).toEqual(['waiting_list', 'cover', 'bridge', 'reduced_scope'])
    for (const step of ['retry', 'grace'] as const) expect(movesFrom(waterfallProcess, step, 'association')).toEqual([])
    expect(waterfallSteps.every((step) => canMove(waterfallProcess, step, 'settle', 'system'))).toBe(true)
  })

  it('says in each step who acts', () => {
    expect(waterfallSteps.map((step) => actorIn[step])).toEqual([
      'bank',
      'firm',
      'waiting_firm',
      'association',
      'association',
      'association',
      'association',
    ])
  })

  it('stands where the deadline puts it, whether a job has run or not', () => {
    expect(stepOf(unpaid({ dueBy: null }), at)).toBe('retry')
    expect(stepOf(unpaid(), at)).toBe('grace')
    expect(stepOf(unpaid({ dueBy: inDays(-1) }), at)).toBe('waiting_list')
    expect(stepOf(unpaid({ state: 'failed', step: 'bridge' }), at)).toBe('bridge')
    for (const state of ['paid', 'reallocated', 'refunded', 'unknown'] as const) expect(stepOf(unpaid({ state }), at)).toBeNull()
    expect(stepOf(unpaid({ state: 'failed' }), at)).toBeNull()
  })

  it('shows one step as now, what is before as done and what is after as later', () => {
    const shown = shownSteps(unpaid({ state: 'failed', step: 'bridge' }), { mayRetry: false }, at)
    expect(shown.map(({ state }) => state)).toEqual(['not_applicable', 'done', 'done', 'done', 'now', 'later', 'later'])
    const inGrace = shownSteps(unpaid(), { mayRetry: true }, at)
    expect(inGrace.map(({ state }) => state)).toEqual(['later', 'now', 'later', 'later', 'later', 'later', 'later'])
    expect(inGrace[1]!.at).toEqual(inDays(3))
    expect(shownSteps(unpaid({ state: 'paid' }), { mayRetry: false }, at).some(({ state }) => state === 'now')).toBe(false)
  })
})

describe('the processes', () => {
  it('give a failed share back to its firm by the association alone, and let no other state be reopened', () => {
    expect(movesFrom(shareProcess, 'failed', 'association')).toEqual(['reopen'])
    expect(canMove(shareProcess, 'paid', 'reopen', 'association')).toBe(false)
    expect(canMove(shareProcess, 'charging', 'reallocate', 'system')).toBe(false)
    expect(canMove(shareProcess, 'part_refunded', 'reallocate', 'system')).toBe(false)
  })

  it('let an offer be answered once, and a place be left and taken again until it is filled', () => {
    for (const state of ['accepted', 'taken', 'declined', 'expired', 'withdrawn', 'lapsed'] as const)
      expect(movesFrom(shareOfferProcess, state, 'taker')).toEqual(state === 'accepted' ? ['take'] : [])
    expect(movesFrom(waitingPlaceProcess, 'left', 'owner')).toEqual(['comeBack'])
    expect(movesFrom(waitingPlaceProcess, 'placed', 'owner')).toEqual([])
  })
})

const place = (firmId: string, capMinor: number, joined: number, takesOwnLots = true): Waiting => ({
  firmId,
  capMinor,
  takesOwnLots,
  joinedAt: inDays(joined),
})

describe('who comes next', () => {
  const share = { netMinor: 50_000, ownNetMinor: 15_000 }

  it('is the first in time whose cap carries the share, who takes own lots, and was not asked before', () => {
    const waiting = [place('late', 90_000, 4), place('poor', 49_999, 1), place('picky', 90_000, 2, false), place('exact', 50_000, 3)]
    expect(inOrder(waiting).map(({ firmId }) => firmId)).toEqual(['poor', 'picky', 'exact', 'late'])
    expect(firstWhoCan(waiting, share, [])?.firmId).toBe('exact')
    expect(firstWhoCan(waiting, share, ['exact'])?.firmId).toBe('late')
    expect(firstWhoCan(waiting, { netMinor: 50_000, ownNetMinor: 0 }, [])?.firmId).toBe('picky')
    expect(firstWhoCan(waiting, share, ['exact', 'late'])).toBeNull()
  })

  it('never depends on the order in which the list is read', () => {
    const places = fc.array(
      fc.record({
        firmId: fc.uuid(),
        capMinor: fc.integer({ min: 1, max: 100_000 }),
        takesOwnLots: fc.boolean(),
        joinedAt: fc.integer({ min: 0, max: 3 }).map(inDays),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(places, (waiting) => {
        expect(firstWhoCan([...waiting].reverse(), share, [])).toEqual(firstWhoCan(waiting, share, []))
      }),
    )
  })
})

describe('what passes to another firm', () => {
  const cell = (shareId: string, netMinor: number, state: HandedMilestone['cells'][number]['state'] = 'retained') => ({
    shareId,
    state,
    ...withVat(netMinor, { rateBp: 2000 }),
  })
  const milestone = (said: Partial<HandedMilestone>): HandedMilestone => ({
    state: 'planned',
    lotKind: 'common',
    dueOn: '2031-05-01',
    cells: [],
    ...said,
  })
  const milestones = [
    milestone({ state: 'released', dueOn: '2031-03-01', cells: [cell('a', 10_001, 'transferred'), cell('b', 20_000, 'transferred')] }),
    milestone({ state: 'delivered', dueOn: '2031-04-20', cells: [cell('a', 3_333), cell('b', 7_000)] }),
    milestone({ dueOn: '2031-05-01', cells: [cell('a', 5_001), cell('b', 7_000)] }),
    milestone({ dueOn: '2031-05-02', lotKind: 'own', cells: [cell('a', 1_500)] }),
  ]

  it('is what is retained of the share, HT to the cent, with the taker’s own VAT', () => {
    const taken = amountsToTake(milestones, { shareId: 'a', after: null }, { rateBp: 0 })
    expect(taken).toEqual({ netMinor: 9_834, vatMinor: 0, grossMinor: 9_834, commonNetMinor: 8_334, ownNetMinor: 1_500 })
    expect(amountsToTake(milestones, { shareId: 'a', after: null }, { rateBp: 2000 }).netMinor).toBe(9_834)
  })

  it('after a notice only what falls due later and is not delivered: the last day itself stays owed', () => {
    expect(amountsToTake(milestones, { shareId: 'a', after: '2031-04-01' }, { rateBp: 0 }).netMinor).toBe(6_501)
    expect(amountsToTake(milestones, { shareId: 'a', after: '2031-05-01' }, { rateBp: 0 }).netMinor).toBe(1_500)
    expect(amountsToTake(milestones, { shareId: 'a', after: '2031-05-02' }, { rateBp: 0 }).netMinor).toBe(0)
    expect([noticeEndsOn(at, 30), noticeEndsOn(at, 7)]).toEqual(['2031-04-09', '2031-03-17'])
  })

  it('is the whole share only where nothing of it was accepted, contested or given back', () => {
    expect(isUntouched(milestones, 'a')).toBe(false)
    expect(isUntouched(milestones.slice(1), 'a')).toBe(true)
    expect(isUntouched([milestone({ cells: [cell('a', 1, 'contested')] })], 'a')).toBe(false)
    expect(isUntouched([milestone({ cells: [cell('b', 1, 'contested'), cell('a', 1)] })], 'a')).toBe(true)
  })

  it('takes nothing from the others, nor twice from its own', () => {
    const drawn = fc.array(fc.record({ a: fc.integer({ min: 0, max: 9_999 }), b: fc.integer({ min: 0, max: 9_999 }) }), { maxLength: 8 })
    fc.assert(
      fc.property(drawn, (parts) => {
        const all = parts.map(({ a, b }) => milestone({ cells: [cell('a', a), cell('b', b)] }))
        const sum = parts.reduce((total, { a }) => total + a, 0)
        expect(amountsToTake(all, { shareId: 'a', after: null }, { rateBp: 2000 }).netMinor).toBe(sum)
      }),
    )
  })
})
