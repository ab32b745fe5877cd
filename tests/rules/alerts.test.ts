import { allCommunes, areasOf } from '@mutuo/server/data/communes.ts'
import { communesWithin } from '@mutuo/server/data/commune-distances.ts'
import { areasHeardFrom, areasLookedIn, areasWithin, isWithinReach } from '@mutuo/server/modules/needs/nearness.ts'
import fc from 'fast-check'
import { alertKeyOf, tellAlertAt } from '@mutuo/shared/needs/alert.rules.ts'

const anyTime = fc.date({ min: new Date('2027-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
const DAY_MS = 86_400_000

describe('when an alert is told', () => {
  it.each([
    ['immediate', '2027-01-06T12:00:00Z', '2027-01-06T12:00:00Z'],
    ['daily', '2027-01-06T06:59:00Z', '2027-01-06T07:00:00Z'],
    ['daily', '2027-01-06T07:00:00Z', '2027-01-07T07:00:00Z'],
    ['weekly', '2027-01-06T12:00:00Z', '2027-01-11T07:00:00Z'],
    ['weekly', '2027-01-11T06:00:00Z', '2027-01-11T07:00:00Z'],
    ['weekly', '2027-01-11T08:00:00Z', '2027-01-18T07:00:00Z'],
  ] as const)('%s, found %s', (rhythm, foundAt, expected) => {
    expect(tellAlertAt(rhythm, new Date(foundAt))).toEqual(new Date(expected))
  })

  it('is never before it is found, nor later than its rhythm says', () => {
    fc.assert(
      fc.property(anyTime, (foundAt) => {
        const waits = (rhythm: 'immediate' | 'daily' | 'weekly') => tellAlertAt(rhythm, foundAt).getTime() - foundAt.getTime()
        expect(waits('immediate')).toBe(0)
        expect(waits('daily')).toBeGreaterThan(0)
        expect(waits('daily')).toBeLessThanOrEqual(DAY_MS)
        expect(waits('weekly')).toBeGreaterThanOrEqual(waits('daily'))
        expect(waits('weekly')).toBeLessThanOrEqual(7 * DAY_MS)
      }),
    )
  })
})

it('one search is one alert, in whatever order its filters come', () => {
  expect(alertKeyOf({ near: '42218', km: 20, q: undefined })).toBe(alertKeyOf({ km: 20, near: '42218' }))
  expect(alertKeyOf({ near: '42218', km: 20 })).not.toBe(alertKeyOf({ near: '42218', km: 40 }))
})

describe('where an alert looks', () => {
  const hears = (near: string | undefined, km: number | undefined, communeCode: string) => {
    const kept = areasLookedIn(near, km)
    return areasHeardFrom(communeCode).some((area) => kept.includes(area)) && isWithinReach(communeCode, { near, km })
  }
  const lists = (near: string, km: number, communeCode: string) => {
    const areas = areasOf(communeCode)
    return areasWithin(near, km).some((area) => areas.includes(area))
  }

  it.each([
    ['the village across the border of its département', '42218', 40, '43213', true],
    ['the town of its own département beyond', '42218', 40, '42187', false],
    ['that town, twice as far', '42218', 80, '42187', true],
    ['the next town, five kilometres away', '42218', 5, '42330', true],
    ['the same commune, whose place is not known', '97801', 5, '97801', true],
    ['another island from there', '97801', 40, '97701', false],
  ])('holds %s or not', (_, near, km, communeCode, expected) => expect(hears(near, km, communeCode)).toBe(expected))

  it('is everywhere without a commune, or without a distance', () => {
    expect([hears(undefined, 20, '75056'), hears('42218', undefined, '75056')]).toEqual([true, true])
  })

  it('is what the list of the same search shows, at every distance', () => {
    const codes = allCommunes().map(({ code }) => code)
    const anyPair = fc
      .record({ at: fc.nat(codes.length - 1), pick: fc.nat(), km: fc.integer({ min: 1, max: 120 }) })
      .map(({ at, pick, km }) => {
        const around = communesWithin(codes[at]!, Math.min(2 * km, 120))
        return { near: codes[at]!, communeCode: around[pick % around.length]!, km }
      })
    fc.assert(fc.property(anyPair, ({ near, communeCode, km }) => expect(hears(near, km, communeCode)).toBe(lists(near, km, communeCode))))
  })
})
