import { firstMilestones } from '@mutuo/shared/bids/first-milestones.ts'
import type { NeedContent } from '@mutuo/shared/needs/need.schema.ts'
import fc from 'fast-check'

const lot = (id: string, title: string) =>
  ({ id, title, kind: 'common', description: '', targetMinor: 100_000, shareKey: 'equal' }) as const
const step = (lotId: string, title: string, daysAfterStart: number) => ({ lotId, title, description: `${title}, en ligne`, daysAfterStart })
const startsOn = '2027-02-27'

describe('the milestones from which a bid starts', () => {
  it('are the steps that the need expects, in their order, as long after its start, without a price', () => {
    const lots = [lot('a', 'Site'), lot('b', 'Photos')]
    const expectedMilestones = [step('a', 'Maquette', 2), step('b', 'Prises de vue', 0), step('a', 'Mise en ligne', 30)]
    expect(firstMilestones({ lots, expectedMilestones, startsOn })).toEqual([
      { lotId: 'a', title: 'Maquette', description: 'Maquette, en ligne', partOfLotBp: 5_000, dueOn: '2027-03-01' },
      { lotId: 'a', title: 'Mise en ligne', description: 'Mise en ligne, en ligne', partOfLotBp: 5_000, dueOn: '2027-03-29' },
      { lotId: 'b', title: 'Prises de vue', description: 'Prises de vue, en ligne', partOfLotBp: 10_000, dueOn: '2027-02-27' },
    ])
  })

  it('are one a lot where it says none, with a day that the bidder says', () => {
    const one = { partOfLotBp: 10_000, description: '', dueOn: '' }
    const lots = [lot('a', 'Site'), lot('b', 'Photos')]
    expect(firstMilestones({ lots, startsOn })).toEqual([
      { ...one, lotId: 'a', title: 'Site' },
      { ...one, lotId: 'b', title: 'Photos' },
    ])
    expect(firstMilestones({ lots, startsOn, expectedMilestones: [step('b', 'Tirages', 5)] })[0]).toEqual({
      ...one,
      lotId: 'a',
      title: 'Site',
    })
  })

  it('make up the whole of each lot, whatever their number', () => {
    const anySteps = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 })
    fc.assert(
      fc.property(anySteps, (lotIds) => {
        const lots: NeedContent['lots'] = [lot('a', 'A'), lot('b', 'B'), lot('c', 'C')]
        const found = firstMilestones({ lots, startsOn, expectedMilestones: lotIds.map((lotId, at) => step(lotId, `Étape ${at}`, at)) })
        for (const { id } of lots) {
          const parts = found.filter(({ lotId }) => lotId === id).map(({ partOfLotBp }) => partOfLotBp)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(10_000)
          expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
