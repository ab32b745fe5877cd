import { consentChange, settledConsents, unruledConflicts, type RaisedObjection } from '@mutuo/shared/ballots/objection.rules.ts'
import { checkProxy, possibleHolders, proxiesHeldBy, proxyOf, type HeldProxy, type ProxyHolder } from '@mutuo/shared/ballots/proxy.rules.ts'
import { secondRoundBids } from '@mutuo/shared/ballots/second-round.ts'
import { tally, type Outcome, type Vote } from '@mutuo/shared/ballots/tally.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import fc from 'fast-check'

const electorIds = ['a', 'b', 'c', 'd', 'e']
const to = (firmId: string): ProxyHolder => ({ kind: 'firm', firmId })
const given = (giverId: string, holderId: string, state = 'given'): HeldProxy => ({ giverId, holder: to(holderId), state })

describe('a proxy', () => {
  const voices = (...proxies: HeldProxy[]) => ({ electorIds, votedIds: [] as string[], proxies, limit: 2 })

  it.each([
    ['to a firm that votes', voices(), 'a', 'b', null],
    ['to itself', voices(), 'a', 'a', 'PROXY_CIRCLE'],
    ['to a firm that does not vote here', voices(), 'a', 'stranger', 'PROXY_HOLDER_NOT_VOTER'],
    ['to who has given its own away', voices(given('b', 'c')), 'a', 'b', 'PROXY_CIRCLE'],
    ['from who holds another’s', voices(given('b', 'a')), 'a', 'c', 'PROXY_CIRCLE'],
    ['back to its giver', voices(given('b', 'a')), 'a', 'b', 'PROXY_CIRCLE'],
    ['twice', voices(given('a', 'b')), 'a', 'c', 'PROXY_GIVEN'],
    ['again once it was taken back', voices(given('a', 'b', 'revoked')), 'a', 'c', null],
    ['to who holds as many as the charter allows', voices(given('a', 'c'), given('b', 'c', 'used')), 'd', 'c', 'PROXY_LIMIT_REACHED'],
    ['after its giver has voted', { ...voices(), votedIds: ['a'] }, 'a', 'b', 'VOTED_ALREADY'],
    ['where the charter knows none', { ...voices(), limit: 0 }, 'a', 'b', 'PROXY_LIMIT_REACHED'],
  ])('%s', (_, facts, giver, holder, refusal) => {
    const check = () => checkProxy(facts, giver, to(holder))
    if (refusal) expect(check).toThrow(refusal)
    else expect(check).not.toThrow()
  })

  it('to a colleague counts for no limit, and leaves the firm free to hold another’s', () => {
    const colleague: HeldProxy = { giverId: 'a', holder: { kind: 'colleague', userId: 'u' }, state: 'given' }
    expect(() => checkProxy({ ...voices(), limit: 0 }, 'a', colleague.holder)).not.toThrow()
    expect(() => checkProxy(voices(colleague), 'b', to('a'))).not.toThrow()
  })

  it('is one step long, one voice a giver and never more than the limit a holder, whatever is tried in whatever order', () => {
    const moves = fc.array(fc.record({ giver: fc.nat(4), holder: fc.nat(4), takesBack: fc.boolean() }), { maxLength: 40 })
    fc.assert(
      fc.property(moves, fc.integer({ min: 0, max: 3 }), (tried, limit) => {
        let proxies: HeldProxy[] = []
        for (const { giver, holder, takesBack } of tried) {
          const giverId = electorIds[giver]!
          if (takesBack) proxies = proxies.filter((proxy) => proxy.giverId !== giverId)
          const facts = { electorIds, votedIds: [], proxies, limit }
          const isPossible = possibleHolders(facts, giverId).includes(electorIds[holder]!)
          try {
            checkProxy(facts, giverId, to(electorIds[holder]!))
            proxies = [...proxies, given(giverId, electorIds[holder]!)]
            if (!isPossible) return false
          } catch (error) {
            if (!(error instanceof DomainError) || isPossible) return false
          }
        }
        return electorIds.every(
          (firmId) =>
            proxies.filter((proxy) => proxy.giverId === firmId).length <= 1 &&
            proxiesHeldBy(proxies, firmId).length <= limit &&
            (proxyOf(proxies, firmId) === undefined || proxiesHeldBy(proxies, firmId).length === 0),
        )
      }),
    )
  })
})

describe('an objection to consent', () => {
  const objection = (state: RaisedObjection['state'], kind: RaisedObjection['kind'] = 'consent'): RaisedObjection => ({
    kind,
    firmId: 'a',
    bidId: 'ines',
    state,
  })
  const says = (value: number) => ({ firmId: 'a', abstains: false, choices: [{ bidId: 'ines', value }] })

  it.each([
    ['is raised by a vote against', [], 0, { raised: ['ines'], lifted: [] }],
    ['stands when it is said again', [objection('raised')], 0, { raised: [], lifted: [] }],
    ['is lifted when its author consents', [objection('raised')], 1, { raised: [], lifted: ['ines'] }],
    ['may come back after it was lifted', [objection('lifted')], 0, { raised: ['ines'], lifted: [] }],
    ['may come back when the change does not satisfy', [objection('adopted')], 0, { raised: ['ines'], lifted: [] }],
    ['stays ruled once it was ruled on', [objection('dismissed')], 0, { raised: [], lifted: [] }],
    ['is no conflict of interests', [objection('raised', 'conflict')], 1, { raised: [], lifted: [] }],
  ])('%s', (_, before, value, change) => expect(consentChange(before, says(value))).toEqual(change))

  it('is of its author and its bid alone: what others say, or of other bids, changes nothing', () => {
    const others = [{ ...objection('raised'), firmId: 'b' }, { ...objection('raised'), bidId: 'hugo' }, objection('raised', 'conflict')]
    expect(consentChange(others, says(0))).toEqual({ raised: ['ines'], lifted: ['hugo'] })
    expect(consentChange(others, { ...says(1), choices: [...says(1).choices, { bidId: 'hugo', value: 0 }] })).toEqual({
      raised: [],
      lifted: [],
    })
    expect(settledConsents([objection('lifted'), ...others])).toEqual([{ firmId: 'a', bidId: 'ines' }])
    expect(settledConsents([objection('dismissed', 'conflict')])).toEqual([])
  })

  it('is lifted by an abstention, and only while it stands', () => {
    expect(consentChange([objection('raised')], { ...says(0), abstains: true })).toEqual({ raised: [], lifted: ['ines'] })
    expect(consentChange([objection('dismissed')], says(1))).toEqual({ raised: [], lifted: [] })
  })

  it.each(['lifted', 'adopted', 'dismissed', 'lapsed'] as const)('stops its bid no longer once it is %s', (state) =>
    expect(settledConsents([objection(state)])).toHaveLength(1),
  )

  it('that is upheld stops its bid', () => expect(settledConsents([objection('upheld')])).toEqual([]))

  it('blocks its bid until the latest one is settled', () => {
    expect(settledConsents([objection('raised')])).toEqual([])
    expect(settledConsents([objection('adopted'), objection('raised')])).toEqual([])
    expect(settledConsents([objection('lifted'), objection('dismissed')])).toEqual([{ firmId: 'a', bidId: 'ines' }])
  })

  it('holds no closing; a conflict of interests does until it is ruled on', () => {
    expect(unruledConflicts([objection('raised'), objection('dismissed', 'conflict')])).toEqual([])
    expect(unruledConflicts([objection('raised', 'conflict')])).toHaveLength(1)
  })
})

describe('a second round', () => {
  const bid = (bidId: string, rank: number) => ({ bidId, rank }) as Outcome['bids'][number]
  const none = { result: 'none' as const, bids: [bid('a', 1), bid('b', 2), bid('c', 2), bid('d', 4)] }
  const first = { round: 1, days: 3 }

  it('is between the two best, with whoever stands equal to the second', () => {
    expect(secondRoundBids(none, first)).toEqual(['a', 'b', 'c'])
    expect(secondRoundBids({ ...none, bids: [bid('a', 1)] }, first)).toEqual(['a'])
  })

  it.each([
    ['of a second', none, { round: 2, days: 3 }],
    ['where the charter knows none', none, { round: 1, days: 0 }],
    ['where a bid passes', { ...none, result: 'chosen' as const }, first],
    ['where too few have voted', { ...none, result: 'no_quorum' as const }, first],
    ['where every bid has left the vote', { ...none, bids: [] }, first],
  ])('there is none %s', (_, outcome, round) => expect(secondRoundBids(outcome, round)).toBeNull())

  it('leaves out nobody that stands before a bid it keeps, and keeps at least two where there are two', () => {
    const votes = fc.array(fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(votes, (scores) => {
        const bidIds = ['w', 'x', 'y', 'z']
        const voters = scores.map((_, i) => ({ firmId: `f${i}`, weightMinor: 100 }))
        const said = scores.map((given, i): Vote => ({
          firmId: `f${i}`,
          choice: { kind: 'score', scores: Object.fromEntries(bidIds.map((bidId, at) => [bidId, given[at]!])) },
        }))
        const outcome = tally({ rules: { method: 'score' }, bidIds, electors: voters, votes: said })
        const kept = secondRoundBids(outcome, first)
        if (outcome.result !== 'none') return kept === null
        const rankOf = (bidId: string) => outcome.bids.find((one) => one.bidId === bidId)!.rank
        const left = bidIds.filter((bidId) => !kept!.includes(bidId))
        return kept!.length >= 2 && left.every((out) => kept!.every((inside) => rankOf(out) > rankOf(inside)))
      }),
    )
  })
})
