import {
  audiences,
  mayRead,
  membersOf,
  needSeekers,
  readers,
  readersOf,
  readingTable,
  type Cell,
} from '@mutuo/shared/audiences/audiences.ts'
import { roomAudience } from '@mutuo/shared/chat/room.schema.ts'

const said = (cell: Cell) => (typeof cell === 'string' ? cell : cell.join(' or '))
const lineOf = (thing: keyof typeof readingTable) => readers.map((reader) => said(readingTable[thing][reader])).join(' | ')

describe('who reads what', () => {
  it('is one table, here once more in full: whoever changes a cell changes it twice, knowingly', () => {
    const table = Object.fromEntries((Object.keys(readingTable) as (keyof typeof readingTable)[]).map((thing) => [thing, lineOf(thing)]))
    //                      own | firm | freelancer | association | admin | outsider
    expect(table).toEqual({
      'pledge.terms': 'yes | no | no | no | no | no',
      'share.part': 'yes | no | no | charter | yes | no',
      'share.payment': 'yes | no | no | no | no | no',
      'share.transfer': 'yes | no | yes | charter | yes | no',
      'share.contested': 'yes | no | yes | charter | yes | no',
      'total.price': 'yes | yes | yes | yes | yes | no',
      'total.ownLots': 'yes | no | yes | yes | yes | no',
      'total.paid': 'all | all | yes | yes | yes | no',
      'total.transferred': 'all | all | yes | charter or all | yes | no',
      'mission.existence': 'yes | yes | yes | yes | yes | no',
      'lot.own': 'yes | no | yes | yes | yes | no',
      'contest.reason': 'yes | no | yes | yes | yes | no',
      'offer.terms': 'yes | no | no | no | no | no',
      'share.dropOut': 'yes | no | no | yes | yes | no',
      'waiting.order': 'no | no | no | yes | yes | no',
      'need.inside': 'yes | yes | no | yes | yes | no',
      'bid.existence': 'yes | yes | no | yes | yes | no',
      'bid.content': 'yes | unsealed | no | unsealed | unsealed | no',
      'vote.paper': 'yes | no | no | decided | no | no',
      'review.marks': 'yes | no | no | no | no | no',
      'review.unsigned': 'yes | three | three | three | three | three',
      'group.record': 'no | no | yes | yes | yes | no',
    })
  })

  it('opens no firm’s figure to another firm, whatever else is open', () => {
    const open = { charter: true, all: true, unsealed: true, decided: true, three: true }
    for (const thing of [
      'pledge.terms',
      'share.part',
      'share.payment',
      'share.transfer',
      'share.contested',
      'offer.terms',
      'vote.paper',
      'review.marks',
    ] as const)
      expect([thing, mayRead(thing, ['firm'], open)]).toEqual([thing, false])
  })

  it('opens amounts to an association by the charter alone', () => {
    expect([mayRead('share.part', ['association']), mayRead('share.part', ['association'], { all: true })]).toEqual([false, false])
    expect(mayRead('share.part', ['association'], { charter: true })).toBe(true)
  })

  it('counts everything that a person is', () => {
    expect(mayRead('share.part', ['firm', 'admin'])).toBe(true)
    expect(mayRead('bid.content', ['outsider'], { unsealed: true })).toBe(false)
  })
})

describe('who somebody is to a thing', () => {
  const parties = { firmIds: ['baker', 'florist'], freelancerId: 'camille', associationId: 'union' }
  const as = (organisationId: string | null, isAdmin = false) => readersOf({ organisationId, isAdmin }, parties, 'baker')

  it.each([
    ['baker', ['own']],
    ['florist', ['firm']],
    ['camille', ['freelancer']],
    ['union', ['association']],
    ['stranger', ['outsider']],
    [null, ['outsider']],
  ])('%s', (organisationId, who) => expect(as(organisationId)).toEqual(who))

  it('an administrator is one beside what else it is', () => {
    expect([as(null, true), as('florist', true)]).toEqual([['admin'], ['firm', 'admin']])
  })
})

describe('the four audiences', () => {
  const parties = { firmIds: ['baker', 'florist'], freelancerId: 'camille', associationId: 'union' }

  it.each([
    ['firms', ['baker', 'florist']],
    ['firms_and_freelancer', ['baker', 'florist', 'camille']],
    ['firm_and_freelancer', ['baker', 'camille']],
    ['with_association', ['baker', 'florist', 'union']],
  ] as const)('%s', (audience, members) => expect(membersOf(audience, parties, 'baker')).toEqual(members))

  it('are those of the rooms', () => {
    expect(roomAudience.options).toEqual(Object.keys(audiences))
  })

  it('a need is found by nobody outside its group before it is out', () => {
    expect(needSeekers.draft).toEqual(['leader'])
    expect(needSeekers.review).toEqual(['leader', 'association'])
    expect(needSeekers.group).not.toContain('skilled')
  })
})
