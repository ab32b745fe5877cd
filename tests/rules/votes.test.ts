import { ballotProcess } from '@mutuo/shared/ballots/ballot.process.ts'
import { checkVote, voteOf } from '@mutuo/shared/ballots/ballot.rules.ts'
import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import { objectionProcess } from '@mutuo/shared/ballots/objection.process.ts'
import { proxyProcess } from '@mutuo/shared/ballots/proxy.process.ts'
import { accepts, NONE_OF_THESE } from '@mutuo/shared/ballots/vote.ts'
import { movesFrom } from '@mutuo/shared/process/process.ts'
import { refusalOf } from './support/refusal-of.ts'

const closesAt = new Date('2027-02-05T17:00:00Z')
const methods = ['approval', 'score', 'ranked', 'consent'] as const
const choices = (...values: number[]) => values.map((value, at) => ({ bidId: ['ines', 'hugo', 'embruns'][at]!, value }))
const said = (...values: number[]) => ({ abstains: false, choices: choices(...values) })
const abstention = { abstains: true, choices: [] }

describe('a paper', () => {
  const open = { state: 'open', closesAt, method: 'score' as const, bidIds: ['ines', 'hugo'] }
  const refused = (ballot: Parameters<typeof checkVote>[0], input: Parameters<typeof checkVote>[1], now = closesAt) => {
    const refusal = refusalOf(() => checkVote(ballot, input, now))
    return refusal && [refusal.code, refusal.params]
  }

  it('counts until the very end of the vote, and not after it', () => {
    expect(refused(open, said(5, 0))).toBeNull()
    expect(refused(open, said(5, 0), new Date(closesAt.getTime() + 1))?.[0]).toBe('BALLOT_CLOSED')
    expect(refused({ ...open, state: 'held' }, said(5, 0))?.[0]).toBe('BALLOT_CLOSED')
  })

  it('says something of every bid, once, and of no other', () => {
    expect(refused(open, said(5))).toEqual(['CHOICES_INCOMPLETE', { missing: 1 }])
    expect(refused(open, said(5, 4, 3))).toEqual(['CHOICES_INCOMPLETE', { missing: 0 }])
    expect(refused(open, { abstains: false, choices: [...choices(5, 4), ...choices(1)] })?.[0]).toBe('CHOICES_INCOMPLETE')
    expect(refused(open, { abstains: false, choices: [...choices(5), { bidId: 'stranger', value: 1 }] })?.[0]).toBe('CHOICES_INCOMPLETE')
  })

  it('need say nothing when it abstains', () => expect(refused(open, abstention)).toBeNull())

  it('goes as far as its method does', () => {
    const highest = { approval: 1, score: 5, ranked: 50, consent: 1 }
    for (const method of methods) {
      expect(refused({ ...open, method }, said(highest[method], 1))).toBeNull()
      expect(refused({ ...open, method }, said(1, highest[method] + 1))).toEqual(['CHOICE_OUT_OF_RANGE', { highest: highest[method] }])
    }
  })

  it('gives its reason where it objects to consent, and there alone', () => {
    expect(refused({ ...open, method: 'consent' }, said(1, 0))?.[0]).toBe('OBJECTION_NEEDS_REASON')
    expect(refused({ ...open, method: 'consent' }, { ...said(1, 0), reason: 'Elle travaille pour mon rival.' })).toBeNull()
    expect(refused({ ...open, method: 'consent' }, said(1, 1))).toBeNull()
    expect(refused({ ...open, method: 'approval' }, said(1, 0))).toBeNull()
  })

  it('is read as its method means it', () => {
    expect(voteOf('approval', 'FL', said(1, 0, 1))).toEqual({ firmId: 'FL', choice: { kind: 'approval', bidIds: ['ines', 'embruns'] } })
    expect(voteOf('score', 'FL', said(5, 0))).toEqual({ firmId: 'FL', choice: { kind: 'score', scores: { ines: 5, hugo: 0 } } })
    expect(voteOf('consent', 'FL', { ...said(1, 0), reason: 'Trop loin.' })).toEqual({
      firmId: 'FL',
      choice: { kind: 'consent', objections: { hugo: 'Trop loin.' } },
    })
    for (const method of methods) expect(voteOf(method, 'FL', abstention)).toEqual({ firmId: 'FL', choice: { kind: 'abstain' } })
  })

  it('ranks first to last with equals together, and what has no rank below “none of these”', () => {
    const rankingOf = (...values: number[]) => voteOf('ranked', 'FL', said(...values)).choice
    expect(rankingOf(12, 2, 2)).toEqual({ kind: 'ranked', ranking: [['hugo', 'embruns'], ['ines'], [NONE_OF_THESE]] })
    expect(rankingOf(0, 1, 0)).toEqual({ kind: 'ranked', ranking: [['hugo'], [NONE_OF_THESE], ['ines', 'embruns']] })
  })

  it.each([
    ['a bid that it approves', 'approval', said(1, 0), [true, false]],
    ['a bid with three out of five', 'score', said(3, 2), [true, false]],
    ['a bid above “none of these”', 'ranked', said(1, 0), [true, false]],
    ['a bid that it does not object to', 'consent', said(1, 0), [true, false]],
    ['nothing where it abstains', 'score', abstention, [false, false]],
  ] as const)('accepts %s', (_, method, input, accepted) => {
    const vote = voteOf(method, 'FL', input)
    expect([accepts(vote, 'ines'), accepts(vote, 'hugo')]).toEqual(accepted)
  })

  it('accepts nothing of a bid that it does not name, except by consent', () => {
    expect(accepts({ firmId: 'FL', choice: { kind: 'score', scores: {} } }, 'ines')).toBe(false)
    expect(accepts({ firmId: 'FL', choice: { kind: 'ranked', ranking: [['hugo']] } }, 'ines')).toBe(false)
    expect(accepts({ firmId: 'FL', choice: { kind: 'consent', objections: {} } }, 'ines')).toBe(true)
  })
})

describe('who left the vote', () => {
  it('is no voter any more', () => {
    const electors = [
      { firmId: 'FL', left: null },
      { firmId: 'PF', left: {} },
    ]
    expect(presentElectors(electors).map(({ firmId }) => firmId)).toEqual(['FL'])
  })
})

describe('the course of a vote', () => {
  const ways = ['close', 'hold', 'tie', 'runOff', 'cancel']

  it('goes from open to closed, void, held for a ruling, tied for a casting vote, or into a second round', () => {
    expect(ballotProcess.initial).toBe('open')
    expect(movesFrom(ballotProcess, 'open', 'system')).toEqual(ways)
    expect(movesFrom(ballotProcess, 'open', 'association')).toEqual(['close', 'hold', 'tie', 'runOff'])
    expect(movesFrom(ballotProcess, 'held', 'system')).toEqual(['close', 'tie', 'runOff', 'cancel'])
    expect(movesFrom(ballotProcess, 'held', 'association')).toEqual(['close', 'tie', 'runOff'])
  })

  it('leaves a tie to the association', () => {
    expect(movesFrom(ballotProcess, 'tied', 'association')).toEqual(['cast'])
    expect(movesFrom(ballotProcess, 'tied', 'system')).toEqual(['cancel'])
  })

  it('ends closed or void', () => {
    for (const state of ['closed', 'void'] as const)
      for (const actor of ['system', 'association'] as const) expect(movesFrom(ballotProcess, state, actor)).toEqual([])
    expect(ballotProcess.states).toEqual(['open', 'held', 'tied', 'closed', 'void'])
    expect(Object.entries(ballotProcess.moves).map(([move, { to }]) => [move, to])).toEqual([
      ['close', 'closed'],
      ['hold', 'held'],
      ['tie', 'tied'],
      ['runOff', 'open'],
      ['cast', 'closed'],
      ['cancel', 'void'],
    ])
  })
})

describe('the course of an objection', () => {
  it('is ended once, by its author, the leader, a ruling, or its author’s leaving', () => {
    const endings = { author: ['lift'], leader: ['adopt'], association: ['uphold', 'dismiss'], system: ['lapse'] }
    for (const actor of ['author', 'leader', 'association', 'system'] as const) {
      expect(movesFrom(objectionProcess, objectionProcess.initial, actor)).toEqual(endings[actor])
      for (const state of objectionProcess.states.slice(1)) expect(movesFrom(objectionProcess, state, actor)).toEqual([])
    }
    expect(Object.values(objectionProcess.moves).map(({ to }) => to)).toEqual(objectionProcess.states.slice(1))
  })
})

describe('the course of a proxy', () => {
  const mayDo = (state: (typeof proxyProcess.states)[number]) =>
    (['giver', 'holder', 'system'] as const).map((actor) => movesFrom(proxyProcess, state, actor))

  it('is used, also again, taken back only before, and given back unused by a second round', () => {
    expect(proxyProcess.initial).toBe('given')
    expect(mayDo('given')).toEqual([['revoke'], ['use'], ['lapse']])
    expect(mayDo('used')).toEqual([[], ['use'], ['renew', 'lapse']])
    for (const state of ['revoked', 'lapsed'] as const) expect(mayDo(state)).toEqual([[], [], []])
    expect(Object.entries(proxyProcess.moves).map(([move, { to }]) => [move, to])).toEqual([
      ['use', 'used'],
      ['revoke', 'revoked'],
      ['renew', 'given'],
      ['lapse', 'lapsed'],
    ])
    expect(proxyProcess.states).toEqual(['given', 'used', 'revoked', 'lapsed'])
  })
})
