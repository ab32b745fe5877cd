import fc from 'fast-check'
import { mergeProcess } from '@mutuo/shared/needs/merge.process.ts'
import { checkAnswersBy, checkMergeable, isMergeRipe, standingOfMerge } from '@mutuo/shared/needs/merge.rules.ts'
import { movesFrom } from '@mutuo/shared/process/process.ts'
import { codeOf } from './support/refusal-of.ts'

const at = (day: number, hour = 18) => new Date(Date.UTC(2027, 0, day, hour))
const content = {
  gatheringClosesAt: at(10),
  bidsCloseAt: at(15),
  voteClosesAt: at(20),
  startsOn: '2027-02-01',
  rules: { bidsDuringGathering: true, bidsSealed: false },
}
const need = (said = {}) => ({ id: 'a', groupId: 'g', state: 'gathering' as const, bidCount: 0, content, ...said })

describe('two needs that become one', () => {
  it.each([
    ['are two', { id: 'a' }, 'MERGE_WITH_ITSELF'],
    ['are of one group', { groupId: 'h' }, 'MERGE_ACROSS_GROUPS'],
    ['both gather', { state: 'bidding' }, 'NEED_NOT_OPEN'],
    ['are both before their deadline', { content: { ...content, gatheringClosesAt: at(1) } }, 'NEED_NOT_OPEN'],
    ['have no bid yet', { bidCount: 1 }, 'MERGE_AFTER_BIDS'],
    ['may otherwise', {}, null],
  ])('%s', (_, said, expected) => {
    expect(codeOf(() => checkMergeable(need(), need({ id: 'b', ...said }), at(5)))).toBe(expected)
  })

  it.each([
    ['ahead', at(4), 'DEADLINE_PAST'],
    ['an hour before the first need closes', new Date(at(10).getTime() - 1_800_000), 'MERGE_DATE_TOO_LATE'],
    ['in between', at(9), null],
  ])('ask firms until a date that is %s', (_, answersBy, expected) => {
    expect(codeOf(() => checkAnswersBy(answersBy, [at(10), at(12)], at(5)))).toBe(expected)
  })
})

describe('what the firms of the absorbed need say', () => {
  const answer = (firmId: string, accepts: boolean, day: number) => ({ firmId, accepts, at: at(day) })

  it('counts the last word of each, and the leader as having said yes', () => {
    const answers = [answer('a', true, 2), answer('a', false, 3), answer('b', true, 1), answer('gone', true, 1)]
    expect(standingOfMerge(['leader', 'a', 'b', 'c'], answers, 'leader')).toEqual({
      accepted: ['leader', 'b'],
      refused: ['a'],
      waiting: ['c'],
    })
  })

  it('puts every firm on exactly one side, whatever was said in whatever order', () => {
    const firms = ['a', 'b', 'c', 'd']
    const said = fc.array(fc.record({ firmId: fc.constantFrom(...firms), accepts: fc.boolean(), at: fc.date({ noInvalidDate: true }) }))
    fc.assert(
      fc.property(said, (answers) => {
        const { accepted, refused, waiting } = standingOfMerge(firms, answers, 'a')
        expect([...accepted, ...refused, ...waiting].sort()).toEqual(firms)
        expect(waiting.every((firmId) => !answers.some((answer) => answer.firmId === firmId))).toBe(true)
        expect(isMergeRipe({ accepted, refused, waiting }, at(9), at(5))).toBe(waiting.length === 0)
        expect(isMergeRipe({ accepted, refused, waiting }, at(9), at(9))).toBe(true)
      }),
    )
  })
})

it('who proposed may only withdraw, the other only reply, the firms only answer', () => {
  const moves = mergeProcess.states.map((state) => ({
    state,
    proposer: movesFrom(mergeProcess, state, 'proposer'),
    other: movesFrom(mergeProcess, state, 'other'),
    firm: movesFrom(mergeProcess, state, 'firm'),
  }))
  expect(moves.filter(({ proposer, other, firm }) => proposer.length + other.length + firm.length > 0)).toEqual([
    { state: 'proposed', proposer: ['withdraw'], other: ['agree', 'decline'], firm: [] },
    { state: 'agreed', proposer: ['withdraw'], other: [], firm: ['answer'] },
  ])
})
