import { formatBasisPoints, formatEuros, formatPlainEuros } from '@mutuo/shared/money/format.ts'
import { agreedMinor, amountMinor, meanMinor, sumMinor, timesMinor } from '@mutuo/shared/money/money.ts'
import { percentages } from '@mutuo/shared/money/percentages.ts'
import { roundedUpMinor } from '@mutuo/shared/money/rounded-up.ts'

const values = (shares: Map<string, number>) => [...shares.values()]

describe('amounts', () => {
  it.each([0, 1, 123_456, Number.MAX_SAFE_INTEGER])('accepts %d cents', (amount) =>
    expect(amountMinor.safeParse(amount).success).toBe(true),
  )
  it.each([-1, 0.5, Number.NaN, Infinity, 2 ** 53, '12'])('refuses %p', (amount) =>
    expect(amountMinor.safeParse(amount).success).toBe(false),
  )

  it('never add up, nor multiply, to a number that cents no longer fit', () => {
    expect(sumMinor([1, 2, 3])).toBe(6)
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow('sum of cents')
    expect(timesMinor(24_000, 3)).toBe(72_000)
    expect(() => timesMinor(Number.MAX_SAFE_INTEGER, 2)).toThrow('product of cents')
  })

  it('that somebody promises end at ten million euros', () => {
    expect(agreedMinor.safeParse(1_000_000_000).success).toBe(true)
    expect(agreedMinor.safeParse(1_000_000_001).success).toBe(false)
  })

  it('have a mean to the nearest cent, half a cent going up, and none where there are none', () => {
    expect(meanMinor([1, 2])).toBe(2)
    expect(meanMinor([1, 1, 2])).toBe(1)
    expect(meanMinor([10, 20, 60])).toBe(30)
    expect(meanMinor([])).toBe(0)
  })

  it('are proposed in whole steps that cover them', () => {
    expect([1, 1000, 1001].map((amount) => roundedUpMinor(amount, 1000))).toEqual([1000, 1000, 2000])
  })

  it('are written as a French or an English reader expects, without the space that our typefaces lack', () => {
    expect(formatEuros(123_450)).toBe('1\u00a0234,50\u00a0€')
    expect(formatEuros(123_400, 'fr', { cents: 'ifAny' })).toBe('1\u00a0234\u00a0€')
    expect(formatEuros(123_401, 'fr', { cents: 'ifAny' })).toBe('1\u00a0234,01\u00a0€')
    expect(formatEuros(123_450, 'en')).toBe('€1,234.50')
    expect(formatEuros(123_400)).toBe('1\u00a0234,00\u00a0€')
    expect(formatBasisPoints(2000)).toBe('20\u00a0%')
    expect(formatBasisPoints(550)).toBe('5,5\u00a0%')
    expect(formatBasisPoints(550, 'en')).toBe('5.5%')
    expect(formatBasisPoints(1234)).toBe('12,34\u00a0%')
    expect(formatBasisPoints(1234, 'fr', 0)).toBe('12\u00a0%')
  })

  it('are given to a spreadsheet with two decimals and no other sign', () => {
    expect(formatPlainEuros(123_450)).toBe('1234,50')
    expect(formatPlainEuros(123_450, 'en')).toBe('1234.50')
  })
})

describe('percentages on screen', () => {
  it('add up to one hundred', () => {
    const parts = [200, 160, 160, 160, 160, 160].map((amount, i) => ({ id: `f${i}`, amountMinor: amount }))
    expect(values(percentages(parts))).toEqual([20, 16, 16, 16, 16, 16])
    expect(sumMinor(percentages([1, 1, 1].map((amount, i) => ({ id: `f${i}`, amountMinor: amount }))).values())).toBe(100)
  })

  it('leave nothing to who has nothing, and are all nothing where there is no whole', () => {
    expect(values(percentages([0, 5].map((amount, i) => ({ id: `f${i}`, amountMinor: amount }))))).toEqual([0, 100])
    expect(values(percentages([{ id: 'a', amountMinor: 0 }]))).toEqual([0])
  })

  it('go to tenths of a per cent where asked', () => {
    const thirds = ['a', 'b', 'c'].map((id) => ({ id, amountMinor: 1 }))
    expect(values(percentages(thirds, 1)).sort()).toEqual([333, 333, 334])
  })
})
