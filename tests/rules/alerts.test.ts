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
