import fc from 'fast-check'
import {
  checkCastingVote,
  euroBand,
  majorityNeeded,
  NONE_OF_THESE,
  quorumNeeded,
  tally,
  type BallotRules,
  type Vote,
} from '@mutuo/shared/ballots/tally.ts'
import { pairsOf } from '@mutuo/shared/ballots/schulze.ts'
import { shuffled } from './support/arbitrary-pricing.ts'

const bidIds = ['ines', 'hugo', 'embruns']
const electors = [
  { firmId: 'FL', weightMinor: 86_000 },
  { firmId: 'PF', weightMinor: 70_000 },
  { firmId: 'LM', weightMinor: 65_000 },
  { firmId: 'OG', weightMinor: 79_000 },
  { firmId: 'MH', weightMinor: 70_000 },
  { firmId: 'AT', weightMinor: 65_000 },
]
const half: Omit<BallotRules, 'method'> = { quorumHeadsBp: 5000, quorumEurosBp: 5000, thresholdHeadsBp: 5000, thresholdEurosBp: 5000 }
const scored = (firmId: string, ...scores: number[]): Vote => ({
  firmId,
  choice: { kind: 'score', scores: Object.fromEntries(bidIds.map((bidId, i) => [bidId, scores[i]!])) },
})
const ranked = (firmId: string, ...ranking: string[]): Vote => ({
  firmId,
  choice: { kind: 'ranked', ranking: ranking.map((tier) => tier.split('=')) },
})
const approved = (firmId: string, ...ids: string[]): Vote => ({ firmId, choice: { kind: 'approval', bidIds: ids } })
const objected = (firmId: string, ...ids: string[]): Vote => ({
  firmId,
  choice: { kind: 'consent', objections: Object.fromEntries(ids.map((id) => [id, 'Elle travaille pour mon concurrent.'])) },
})
const outcomes = (outcome: ReturnType<typeof tally>) => outcome.bids.map((bid) => [bid.bidId, bid.reason])

describe('a vote by score', () => {
  const votes = [scored('FL', 5, 3, 2), scored('PF', 4, 1, 3), scored('LM', 5, 4, 1), scored('OG', 1, 3, 4), scored('MH', 5, 3, 1)]
  const counted = () => tally({ rules: { method: 'score', ...half }, bidIds, electors, votes })

  it('chooses the best mean among the bids that both majorities accept', () => {
    expect(counted()).toMatchObject({ result: 'chosen', chosenBidId: 'ines', tiedBidIds: [] })
    expect(counted().bids[0]).toEqual({
      bidId: 'ines',
      acceptingHeads: 4,
      acceptingEurosMinor: 291_000,
      meanHundredths: 400,
      rank: 1,
      passesHeads: true,
      passesEuros: true,
      reason: 'CHOSEN',
    })
  })

  it('says for each other bid why it was not chosen', () => {
    expect(outcomes(counted())).toEqual([
      ['ines', 'CHOSEN'],
      ['hugo', 'OUTRANKED'],
      ['embruns', 'NEITHER'],
    ])
  })

  it('counts who took part, an abstention included', () => {
    expect(counted().quorum).toEqual({ votedHeads: 5, neededHeads: 3, votedMinor: 370_000, neededMinor: 217_500, isReached: true })
    const abstained = tally({
      rules: { method: 'score', ...half },
      bidIds,
      electors,
      votes: [...votes, { firmId: 'AT', choice: { kind: 'abstain' } }],
    })
    expect(abstained.quorum.votedHeads).toBe(6)
    expect(abstained.bids[0]!.meanHundredths).toBe(400)
  })

  it('knows a mean to the hundredth, half going up, and none where all abstain', () => {
    const eight = Array.from({ length: 8 }, (_, i) => ({ firmId: `f${i}`, weightMinor: 100 }))
    const scores = eight.map(({ firmId }, i) => scored(firmId, i === 0 ? 1 : 0, i < 3 ? 1 : 0, 5))
    const means = (cast: Vote[]) =>
      new Map(
        tally({ rules: { method: 'score' }, bidIds, electors: eight, votes: cast }).bids.map((bid) => [bid.bidId, bid.meanHundredths]),
      )
    expect(means(scores)).toEqual(
      new Map([
        ['embruns', 500],
        ['hugo', 38],
        ['ines', 13],
      ]),
    )
    expect(means(eight.map(({ firmId }) => ({ firmId, choice: { kind: 'abstain' } }))).get('ines')).toBeNull()
  })

  it('puts the chosen bid first, though one that does not pass is better by the method, and equals in one order for all', () => {
    const three = ['big', 'a', 'b'].map((firmId, i) => ({ firmId, weightMinor: [300, 100, 100][i]! }))
    const cast = [scored('big', 3, 0, 0), scored('a', 3, 5, 0), scored('b', 0, 5, 0)]
    const split = tally({ rules: { method: 'score' }, bidIds, electors: three, votes: cast })
    expect(split.bids.map((bid) => [bid.bidId, bid.rank])).toEqual([
      ['ines', 2],
      ['hugo', 1],
      ['embruns', 3],
    ])
    expect(tally({ rules: { method: 'score' }, bidIds, electors: three, votes: [] }).bids.map((bid) => bid.bidId)).toEqual([
      'embruns',
      'hugo',
      'ines',
    ])
  })

  it('needs its quorum of heads and its quorum of euros', () => {
    const quorum = { quorumHeadsBp: 5000, quorumEurosBp: 5000 }
    const three = ['big', 'a', 'b'].map((firmId, i) => ({ firmId, weightMinor: [300, 100, 100][i]! }))
    const isReached = (...firmIds: string[]) =>
      tally({ rules: { method: 'score', ...quorum }, bidIds, electors: three, votes: firmIds.map((id) => scored(id, 5, 5, 5)) }).quorum
        .isReached
    expect([isReached('a', 'b'), isReached('big'), isReached('big', 'a')]).toEqual([false, false, true])
  })

  it('is worth nothing under the quorum', () => {
    const few = tally({ rules: { method: 'score', ...half }, bidIds, electors, votes: votes.slice(0, 2) })
    expect(few).toMatchObject({ result: 'no_quorum', chosenBidId: null })
    expect(outcomes(few).every(([, reason]) => reason === 'NO_QUORUM')).toBe(true)
  })

  it('of nobody is worth nothing', () => {
    expect(tally({ rules: { method: 'score' }, bidIds, electors: [], votes: [] }).result).toBe('no_quorum')
  })

  it('ignores who is no elector, and keeps the last word of who voted twice', () => {
    const twice = tally({
      rules: { method: 'score' },
      bidIds,
      electors,
      votes: [...votes, scored('stranger', 0, 5, 5), scored('FL', 5, 0, 0)],
    })
    expect(twice.quorum.votedHeads).toBe(5)
    expect(twice.bids.find((bid) => bid.bidId === 'hugo')!.acceptingHeads).toBe(3)
  })
})

describe('a double majority', () => {
  const rich = [{ firmId: 'big', weightMinor: 300_000 }, ...['a', 'b', 'c'].map((firmId) => ({ firmId, weightMinor: 50_000 }))]
  const vote = (...votes: Vote[]) => tally({ rules: { method: 'approval' }, bidIds: ['x', 'y'], electors: rich, votes })

  it('is not reached by heads alone, nor by euros alone', () => {
    expect(outcomes(vote(approved('a', 'x'), approved('b', 'x'), approved('c', 'x'), approved('big', 'y')))).toEqual([
      ['x', 'HEADS_NOT_EUROS'],
      ['y', 'EUROS_NOT_HEADS'],
    ])
  })

  it('needs strictly more than half of all electors', () => {
    expect(vote(approved('a', 'x'), approved('big', 'x')).result).toBe('none')
    expect(vote(approved('a', 'x'), approved('b', 'x'), approved('big', 'x')).chosenBidId).toBe('x')
  })

  it('can ask for everybody, and be reached', () => {
    const all = tally({
      rules: { method: 'approval', thresholdHeadsBp: 10_000, thresholdEurosBp: 10_000 },
      bidIds: ['x'],
      electors: rich,
      votes: rich.map(({ firmId }) => approved(firmId, 'x')),
    })
    expect(all.result).toBe('chosen')
  })

  it.each([
    [6, 5000, 4],
    [435_000, 5000, 217_501],
    [3, 6667, 3],
    [3, 10_000, 3],
    [7, 0, 1],
  ])('of %d at %d basis points needs %d', (total, bp, needed) => expect(majorityNeeded(total, bp)).toBe(needed))

  it.each([
    [6, 5000, 3],
    [5, 5000, 3],
    [5, 0, 0],
    [5, 10_000, 5],
  ])('has a quorum of %d at %d basis points with %d', (total, bp, needed) => expect(quorumNeeded(total, bp)).toBe(needed))
})

describe('a tie', () => {
  const votes = electors.map(({ firmId }) => approved(firmId, 'ines', 'hugo'))
  const tied = () => tally({ rules: { method: 'approval' }, bidIds, electors, votes })

  it('waits for the casting vote of the association', () => {
    expect(tied()).toMatchObject({ result: 'tie', chosenBidId: null, tiedBidIds: ['ines', 'hugo'] })
  })

  it('is settled only among the tied, and only where there is one', () => {
    expect(() => checkCastingVote(tied().tiedBidIds, 'hugo')).not.toThrow()
    expect(() => checkCastingVote(tied().tiedBidIds, 'embruns')).toThrow('NOT_AMONG_TIED')
    expect(() => checkCastingVote([], 'hugo')).toThrow('NOT_TIED')
  })
})

describe('a ranked vote', () => {
  const rules: BallotRules = { method: 'ranked' }

  it('accepts what stands above "none of these" only', () => {
    const votes = electors.map(({ firmId }) => ranked(firmId, 'ines', NONE_OF_THESE, 'hugo'))
    const outcome = tally({ rules, bidIds, electors, votes })
    expect(outcome.bids.map((bid) => [bid.bidId, bid.acceptingHeads])).toEqual([
      ['ines', 6],
      ['hugo', 0],
      ['embruns', 0],
    ])
  })

  it('breaks a circle of preferences by its weakest duel (Schulze)', () => {
    // ines beats hugo 5–4, hugo beats embruns 6–3, embruns beats ines 7–2: the weakest link, ines over hugo, gives way.
    const nine = Array.from({ length: 9 }, (_, i) => ({ firmId: `f${i}`, weightMinor: 100 }))
    const orders = [
      ...Array<string[]>(2).fill(['ines', 'hugo', 'embruns']),
      ...Array<string[]>(4).fill(['hugo', 'embruns', 'ines']),
      ...Array<string[]>(3).fill(['embruns', 'ines', 'hugo']),
    ]
    const outcome = tally({ rules, bidIds, electors: nine, votes: orders.map((order, i) => ranked(`f${i}`, ...order)) })
    expect(pairsOf(outcome.duels)).toEqual([
      { bidId: 'embruns', overBidId: 'ines', heads: 7, against: 2 },
      { bidId: 'hugo', overBidId: 'embruns', heads: 6, against: 3 },
      { bidId: 'ines', overBidId: 'hugo', heads: 5, against: 4 },
    ])
    expect(outcome).toMatchObject({ result: 'chosen', chosenBidId: 'hugo' })
    expect(outcome.bids.map((bid) => [bid.bidId, bid.rank])).toEqual([
      ['hugo', 1],
      ['embruns', 2],
      ['ines', 3],
    ])
  })

  it('finds the winner that the method is published with', () => {
    // M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method", example 1 (45 voters): E wins.
    const published: [number, string][] = [
      [5, 'ACBED'],
      [5, 'ADECB'],
      [8, 'BEDAC'],
      [3, 'CABED'],
      [7, 'CAEBD'],
      [2, 'CBADE'],
      [7, 'DCEBA'],
      [8, 'EBADC'],
    ]
    const orders = published.flatMap(([count, order]) => Array<string[]>(count).fill([...order]))
    const voters = orders.map((_, i) => ({ firmId: `f${i}`, weightMinor: 1 }))
    const outcome = tally({ rules, bidIds: [...'ABCDE'], electors: voters, votes: orders.map((order, i) => ranked(`f${i}`, ...order)) })
    expect(outcome.bids.map((bid) => bid.bidId)).toEqual([...'EACBD'])
  })

  it('shows each pair once, the clearest first, and equals by one side only', () => {
    const five = Array.from({ length: 5 }, (_, i) => ({ firmId: `f${i}`, weightMinor: 100 }))
    const cast = [ranked('f0', 'ines', 'hugo'), ranked('f1', 'hugo', 'ines'), ranked('f2', 'ines=hugo')]
    const outcome = tally({ rules, bidIds, electors: five, votes: cast })
    expect(pairsOf(outcome.duels)).toEqual([
      { bidId: 'ines', overBidId: 'embruns', heads: 3, against: 0 },
      { bidId: 'hugo', overBidId: 'embruns', heads: 3, against: 0 },
      { bidId: 'hugo', overBidId: 'ines', heads: 1, against: 1 },
    ])
  })

  it('alone has duels', () => {
    for (const method of ['approval', 'score', 'consent'] as const)
      expect(tally({ rules: { method }, bidIds, electors, votes: [] }).duels).toEqual([])
  })

  it('lets equals be equal', () => {
    const outcome = tally({ rules, bidIds, electors, votes: electors.map(({ firmId }) => ranked(firmId, 'ines=hugo', 'embruns')) })
    expect(outcome.tiedBidIds).toEqual(['ines', 'hugo'])
  })
})

describe('a vote by consent', () => {
  const rules: BallotRules = { method: 'consent' }
  const votes = [objected('FL', 'hugo'), ...electors.slice(1).map(({ firmId }) => objected(firmId, 'embruns'))]

  it('is stopped by an objection that stands', () => {
    expect(outcomes(tally({ rules, bidIds, electors, votes }))).toEqual([
      ['ines', 'CHOSEN'],
      ['hugo', 'OBJECTION'],
      ['embruns', 'NEITHER'],
    ])
  })

  it('goes on when the objection is lifted', () => {
    const outcome = tally({ rules, bidIds: ['hugo'], electors, votes, settledObjections: [{ firmId: 'FL', bidId: 'hugo' }] })
    expect(outcome.chosenBidId).toBe('hugo')
  })

  it('goes on for no other firm and no other bid than the one whose objection is lifted', () => {
    for (const settled of [
      { firmId: 'PF', bidId: 'hugo' },
      { firmId: 'FL', bidId: 'ines' },
    ])
      expect(tally({ rules, bidIds: ['hugo'], electors, votes, settledObjections: [settled] }).bids[0]!.reason).toBe('OBJECTION')
  })
})

describe('participation in euros', () => {
  it.each([
    [0, 435_000, 0, 10],
    [200_000, 435_000, 40, 50],
    [217_500, 435_000, 50, 60],
    [435_000, 435_000, 90, 100],
    [0, 0, 0, 10],
  ])('%d of %d is shown as a band from %d to %d', (voted, total, fromPercent, toPercent) =>
    expect(euroBand(voted, total)).toEqual({ fromPercent, toPercent }),
  )
})

describe('any tally', () => {
  const ballots = fc.record({
    method: fc.constantFrom('approval' as const, 'score' as const, 'ranked' as const, 'consent' as const),
    weights: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 7 }),
    values: fc.array(fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }), { minLength: 7, maxLength: 7 }),
    thresholdHeadsBp: fc.constantFrom(0, 5000, 6667),
  })
  const voteOf = (method: BallotRules['method'], firmId: string, values: number[]): Vote => {
    const chosen = bidIds.filter((_, i) => values[i]! > 2)
    if (method === 'score') return scored(firmId, ...values)
    if (method === 'approval') return approved(firmId, ...chosen)
    if (method === 'consent') return objected(firmId, ...chosen)
    const order = bidIds.map((bidId, i) => ({ bidId, value: values[i]! })).sort((a, b) => b.value - a.value)
    return ranked(firmId, ...order.filter((one) => one.value > 1).map((one) => one.bidId), NONE_OF_THESE)
  }

  it('depends on no order, chooses only what passes both majorities, and ties only the best', () => {
    fc.assert(
      fc.property(ballots, fc.nat(), ({ method, weights, values, thresholdHeadsBp }, seed) => {
        const voters = weights.map((weightMinor, i) => ({ firmId: `f${i}`, weightMinor }))
        const votes = voters.map((voter, i) => voteOf(method, voter.firmId, values[i]!))
        const rules = { method, thresholdHeadsBp }
        const outcome = tally({ rules, bidIds, electors: voters, votes })
        const again = tally({ rules, bidIds, electors: shuffled(voters, seed), votes: shuffled(votes, seed) })
        const winners = outcome.bids.filter((bid) => bid.reason === 'CHOSEN' || bid.reason === 'TIED')
        return (
          JSON.stringify(outcome) === JSON.stringify(again) &&
          winners.every((bid) => bid.passesHeads && bid.passesEuros) &&
          (outcome.result === 'none') === (winners.length === 0) &&
          (outcome.result === 'tie') === winners.length > 1 &&
          outcome.bids.every((bid) => bid.rank >= 1 && bid.acceptingHeads <= voters.length)
        )
      }),
      { numRuns: 2_000 },
    )
  })
})
