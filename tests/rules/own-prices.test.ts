import { bidOfferOf, targetOfferOf } from '@mutuo/shared/pledges/need-offer.ts'
import { bidTotalOf, comparedFirms, milestoneAmountsOf, ownPriceOf } from '@mutuo/shared/pledges/bid-price.rules.ts'
import { curveOf } from '@mutuo/shared/pledges/participation.rules.ts'
import { shareKeysOf } from '@mutuo/shared/pledges/share-keys.rules.ts'
import { bid, firm, firms, lots, need } from './support/need-with-firms.ts'

describe("a bid's price for one firm", () => {
  it('is the share of the coalition that it would get, at one firm fewer, now and one more', () => {
    const { prices, share } = ownPriceOf(need, bid(240_000), firms(4), firm('a'))
    expect(prices.map((price) => [price.firms, price.shareMinor, price.isNow])).toEqual([
      [3, 100_000, false],
      [4, 80_000, true],
      [5, 68_000, false],
    ])
    expect(Object.fromEntries(share!.lots)).toEqual({ plan: 60_000, sheet: 20_000 })
  })

  it('is compared at the firms that are bound, or at as many as the need asks for', () => {
    expect([0, 3, 5].map((bound) => comparedFirms(need, bound))).toEqual([3, 3, 5])
  })

  it('counts on newcomers up to the minimum of the need', () => {
    const { prices, share } = ownPriceOf(need, bid(240_000), [], firm('a'))
    expect(prices.map((price) => [price.firms, price.shareMinor, price.isNow])).toEqual([
      [2, 140_000, false],
      [3, 100_000, true],
      [4, 80_000, false],
    ])
    expect(share).toMatchObject({ shareMinor: 100_000 })
  })

  it('loses, with one firm fewer, the one that pledged last', () => {
    const byUnits = { ...need, lots: [{ ...lots[0]!, shareKey: 'units' as const }, lots[1]!] } as typeof need
    const last = { ...firm('d'), units: 3 }
    const { prices } = ownPriceOf(byUnits, bid(240_000), [last, ...firms(3)], firm('a'))
    expect(prices.slice(0, 2).map((price) => [price.firms, price.shareMinor])).toEqual([
      [3, 100_000],
      [4, 60_000],
    ])
  })

  it('is that of the coalition alone for a firm that comes in, and with everybody at the table for one that does not', () => {
    const choosy = firm('d', 200_000, { maxShareMinor: 10 })
    const nowOf = (me: typeof choosy) => ownPriceOf(need, bid(240_000), [...firms(3), choosy], me).prices.find((price) => price.isNow)
    expect(nowOf(firm('a'))).toMatchObject({ firms: 3, shareMinor: 100_000 })
    expect(nowOf(choosy)).toMatchObject({ firms: 4, shareMinor: 80_000 })
  })

  it('is none where all caps together do not reach it', () => {
    expect(ownPriceOf(need, bid(240_000), firms(3, 50_000), firm('a', 50_000)).share).toBeNull()
  })

  it('stops at the cap, and is impossible where the caps together do not reach', () => {
    const candidates = [firm('a', 70_000), ...firms(4, 95_000).slice(1)]
    const { prices } = ownPriceOf(need, bid(240_000), candidates, candidates[0]!)
    expect(prices.map((price) => [price.firms, price.shareMinor, price.isAtCap])).toEqual([
      [3, null, false],
      [4, 70_000, true],
      [5, 68_000, false],
    ])
  })

  it('counts totals and milestones as the award will', () => {
    const priced = {
      ...bid(240_001),
      milestones: [
        { id: 'm1', lotId: 'plan', partOfLotBp: 5_000 },
        { id: 'm2', lotId: 'plan', partOfLotBp: 5_000 },
        { id: 'm3', lotId: 'sheet', partOfLotBp: 10_000 },
      ],
    }
    expect(bidTotalOf(need, priced, 4)).toBe(320_001)
    const amounts = milestoneAmountsOf(need, priced, 4)
    expect(amounts[2]).toBe(80_000)
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(320_001)
    expect(milestoneAmountsOf(need, { ...priced, milestones: [{ id: 'm9', lotId: 'elsewhere', partOfLotBp: 10_000 }] }, 4)).toEqual([0])
    expect(milestoneAmountsOf(need, { ...priced, tiers: [{ minFirms: 5, commonMinor: 1, perFirmMinor: 1 }] }, 4)).toEqual([])
    expect(bidTotalOf(need, bid(1, { tiers: [{ minFirms: 5, commonMinor: 1, perFirmMinor: 1 }] }), 4)).toBeNull()
  })

  it('has no price below its own first tier, even where the need would start', () => {
    const late = bidOfferOf(need, bid(0, { tiers: [{ minFirms: 5, commonMinor: 240_000, perFirmMinor: 20_000 }] }))
    expect(curveOf(need, late, 'bid', firms(3), firm('a')).points.map((point) => point.firms)).toEqual([5, 6])
  })

  it('is offered from the minimum of the need on, by the tier that holds there', () => {
    const tiers = [
      { minFirms: 1, commonMinor: 300_000, perFirmMinor: 20_000 },
      { minFirms: 2, commonMinor: 270_000, perFirmMinor: 20_000 },
      { minFirms: 5, commonMinor: 240_000, perFirmMinor: 20_000 },
    ]
    expect(bidOfferOf(need, bid(0, { tiers })).pricing.tiers).toEqual([{ ...tiers[1], minFirms: 3 }, tiers[2]])
  })
})

describe('every share key side by side', () => {
  const shops = (units: number[]) =>
    firms(units.length).map((one, i) => ({ ...one, units: units[i]!, weight: units[i]!, capMinor: 50_000 * (i + 1) }))
  const rows = (me: string | null, terms = need, list = shops([1, 1, 2, 4])) =>
    shareKeysOf(terms, targetOfferOf(terms), list, list.find((one) => one.firmId === me) ?? null)
  const by = (key: string, list: ReturnType<typeof rows>) => list.find((row) => row.key === key)

  it('says what each would cost the firm, and which one is the need’s', () => {
    expect(rows('d').map((row) => [row.key, row.isCurrent, row.mine?.fromMinor])).toEqual([
      ['equal', true, 84_000],
      ['units', false, 144_000],
      ['weight', false, 144_000],
      // Its part of all that is put in is 200 of 500: in the fifth tenth of 240 000.
      ['pledge', false, 24_000 + 96_000],
    ])
  })

  it('gives a tenth and no spread where exact figures would speak of caps', () => {
    expect(by('pledge', rows('d'))).toMatchObject({ mine: { fromMinor: 120_000, toMinor: 144_000 }, spread: null })
    const [poorer, richer] = [50_000, 90_000].map((capMinor) => {
      const list = shops([1, 1, 2, 4]).map((one) => (one.firmId === 'b' ? { ...one, capMinor } : one))
      return shareKeysOf(need, targetOfferOf(need), list, list[3]!)
    })
    expect(poorer).toEqual(richer)
    expect(by('pledge', rows('d', { ...need, lots: [{ ...lots[0]!, shareKey: 'pledge' }] as never }))?.spread).toBeNull()
  })

  it('is exact under the need’s own key, be it that of pledges', () => {
    const byPledge = { ...need, lots: [{ ...lots[0]!, shareKey: 'pledge' as const }, lots[1]!] } as typeof need
    expect(by('pledge', rows('d', byPledge))).toMatchObject({ isCurrent: true, mine: { fromMinor: 120_000, toMinor: 120_000 } })
  })

  it('has no part by pledges for a firm that has not said its cap, and the first or the last tenth at the ends', () => {
    const capped = (mine: number, others: number) => {
      const list = firms(4, others).map((one) => (one.firmId === 'd' ? { ...one, capMinor: mine } : one))
      return by('pledge', rows('d', need, list as ReturnType<typeof shops>))?.mine
    }
    expect(capped(0, 50_000)).toBeNull()
    expect(capped(1, 50_000)).toEqual({ fromMinor: 24_000, toMinor: 48_000 })
    expect(capped(50_000, 1)).toEqual({ fromMinor: 240_000, toMinor: 264_000 })
  })

  it('counts as many firms as the need asks for while fewer are there', () => {
    expect(by('equal', rows('a', need, shops([1])))?.mine?.fromMinor).toBe(104_000)
    expect(by('equal', rows(null, need, shops([1, 1, 1, 1])))?.spread).toEqual({
      leastMinor: 84_000,
      middleMinor: 84_000,
      mostMinor: 84_000,
    })
  })

  it('shows no spread where one of several keys is that of pledges', () => {
    const mixed = { ...need, lots: [...lots, { ...lots[0]!, id: 'care', shareKey: 'pledge' as const }] }
    expect(rows(null, mixed)[0]).toMatchObject({ key: 'mixed', spread: null })
  })

  it('shows organisers how far the firms lie apart, from four firms on', () => {
    expect(by('units', rows(null))).toMatchObject({ mine: null, spread: { leastMinor: 54_000, middleMinor: 84_000, mostMinor: 144_000 } })
    expect(by('units', rows(null, need, shops([4, 1, 2, 1])))).toEqual(by('units', rows(null)))
    expect(by('units', rows(null, need, shops([1, 1, 2])))?.spread).toBeNull()
  })

  it('is one row more where lots have keys of their own, and none without a common lot', () => {
    const mixed = { ...need, lots: [...lots, { ...lots[0]!, id: 'care', shareKey: 'units' as const }] }
    expect(rows('d', mixed)[0]).toMatchObject({ key: 'mixed', isCurrent: true, mine: { fromMinor: 24_000 + 60_000 + 120_000 } })
    expect(rows('d', { ...need, lots: [lots[1]!] })).toEqual([])
  })
})
