import { drawFrom, splitRelease, type Room } from '@mutuo/shared/billing/charge-room.rules.ts'
import fc from 'fast-check'

const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0)
const rooms = fc
  .array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 4 })
  .map((left) => left.map((leftMinor, at): Room => ({ chargeId: `ch-${at}`, leftMinor })))

describe('what a share gives out', () => {
  it('comes out of its first charge as far as that goes, then out of the next', () => {
    const two = [
      { chargeId: 'first', leftMinor: 100 },
      { chargeId: 'extra', leftMinor: 50 },
    ]
    expect(drawFrom(two, 80)).toEqual([{ chargeId: 'first', amountMinor: 80 }])
    expect(drawFrom(two, 130)).toEqual([
      { chargeId: 'first', amountMinor: 100 },
      { chargeId: 'extra', amountMinor: 30 },
    ])
    expect(drawFrom(two, 0)).toEqual([])
    expect(() => drawFrom(two, 151)).toThrow('151 is asked of charges that hold 150.')
  })

  it('sums to the cent and never empties a charge below nothing, with its fees', () => {
    fc.assert(
      fc.property(rooms, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(1_000), fc.nat(1_000), (all, part, fee, commission) => {
        const grossMinor = Math.floor(sum(all.map(({ leftMinor }) => leftMinor)) * part)
        const feeMinor = Math.min(fee, grossMinor)
        const commissionMinor = Math.min(commission, grossMinor - feeMinor)
        const transferMinor = grossMinor - feeMinor - commissionMinor
        const split = splitRelease(all, { grossMinor, transferMinor, feeMinor })
        expect(sum(split.map((one) => one.amountMinor))).toBe(grossMinor)
        expect(sum(split.map((one) => one.transferMinor))).toBe(transferMinor)
        expect(sum(split.map((one) => one.feeMinor))).toBe(feeMinor)
        expect(sum(split.map((one) => one.commissionMinor))).toBe(commissionMinor)
        for (const one of split) {
          expect(one.amountMinor).toBe(one.transferMinor + one.feeMinor + one.commissionMinor)
          expect(one.amountMinor).toBeLessThanOrEqual(all.find(({ chargeId }) => chargeId === one.chargeId)!.leftMinor)
          expect(Math.min(one.transferMinor, one.feeMinor, one.commissionMinor)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
