import { likelyFirmsOf, type Neighbour, type PastWish } from '@mutuo/shared/needs/likely-firm.rules.ts'

const now = new Date(Date.UTC(2027, 5, 1))
const monthsAgo = (months: number) => new Date(now.getTime() - months * 30.5 * 86_400_000)
const me: Neighbour = { firmId: 'me', activity: '10.71C', street: '12 rue Gambetta', communeCode: '42218' }
const neighbour = (said: Partial<Neighbour> = {}): Neighbour => ({
  firmId: 'other',
  activity: '47.76Z',
  street: '1 place Jean-Jaurès',
  communeCode: '42218',
  ...said,
})
const wish = (said: Partial<PastWish> = {}): PastWish => ({ firmId: 'other', skill: 'local-seo', at: monthsAgo(3), ...said })
const reasonsOf = (other: Neighbour, wishes: PastWish[] = []) =>
  likelyFirmsOf({ me, others: [other], wishes, skills: ['local-seo', 'photo'] }, now, 10).flatMap(({ reasons }) => reasons)

describe('why a firm could share a need', () => {
  it.each([
    ['the same trade', neighbour({ activity: '10.71C' }), [], [{ code: 'same_trade' }]],
    ['a trade next to it', neighbour({ activity: '10.71D' }), [], [{ code: 'close_trade' }]],
    ['the same street, whatever the number', neighbour({ street: '3 bis, RUE GAMBETTA' }), [], [{ code: 'same_street' }]],
    ['the same street of another town is another street', neighbour({ street: '3 rue Gambetta', communeCode: '42187' }), [], []],
    ['what it looked for', neighbour(), [wish()], [{ code: 'sought', skill: 'local-seo', months: 3 }]],
    ['its latest wish only', neighbour(), [wish({ at: monthsAgo(9) }), wish({ at: monthsAgo(1) })], [{ code: 'sought', skill: 'local-seo', months: 1 }]], // prettier-ignore
    ['not another skill', neighbour(), [wish({ skill: 'crm' })], []],
    ['not too long ago', neighbour(), [wish({ at: monthsAgo(30) })], []],
    ['not what another firm looked for', neighbour(), [wish({ firmId: 'third' })], []],
    ['a trade nobody knows is no reason', neighbour({ activity: null }), [], []],
  ] as [string, Neighbour, PastWish[], object[]][])('%s', (_, other, wishes, expected) => {
    expect(reasonsOf(other, wishes)).toEqual(expected)
  })

  it('puts those with the best reasons first, and never the firm itself', () => {
    const others = [
      me,
      neighbour({ firmId: 'street', street: '1 rue Gambetta' }),
      neighbour({ firmId: 'both', activity: '10.71C', street: '2 rue Gambetta' }),
      neighbour({ firmId: 'nothing' }),
    ]
    const found = likelyFirmsOf({ me, others, wishes: [wish({ firmId: 'nothing' })], skills: ['local-seo'] }, now, 2)
    expect(found.map(({ firmId }) => firmId)).toEqual(['both', 'nothing'])
  })
})
