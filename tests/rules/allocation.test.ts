import fc from 'fast-check'
import { mostMinorOf, pricingOfBid, type PricedFirm } from '@mutuo/shared/bids/pricing.ts'
import { firmSharesOf } from '@mutuo/shared/bids/firm-shares.ts'
import { allocateMission, releaseOf } from '@mutuo/shared/missions/allocation.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { vatOf, type VatBuyer } from '@mutuo/shared/money/vat.ts'
import { arbitraryFirms, arbitraryPricing, shuffled } from './support/arbitrary-pricing.ts'
import { codeOf } from './support/refusal-of.ts'

const supplier = { country: 'FR', regime: 'standard' } as const
const french: VatBuyer = { country: 'FR', isTaxable: true }
const buyersOf = (firms: readonly PricedFirm[], buyer = french) => new Map(firms.map((firm) => [firm.firmId, buyer]))
const firms = (count: number): PricedFirm[] => Array.from({ length: count }, (_, i) => ({ firmId: `firm-${i}`, capMinor: 1_000_000 }))

describe('the award of a thousand euros to three firms', () => {
  const pricing = () =>
    pricingOfBid({
      tiers: [{ minFirms: 1, commonMinor: 100_000, perFirmMinor: 24_001 }],
      commonLots: [{ lotId: 'plan', partBp: 10_000 }],
      ownLots: [{ lotId: 'fiches', partBp: 10_000 }],
    })
  const milestones = [
    { id: 'm1', lotId: 'plan', weight: 4000 },
    { id: 'm2', lotId: 'plan', weight: 6000 },
    { id: 'm3', lotId: 'fiches', weight: 5000 },
    { id: 'm4', lotId: 'fiches', weight: 5000 },
  ]
  const awarded = () =>
    allocateMission({
      offer: { pricing: pricing(), seed: 'need' },
      firms: firms(3),
      milestones,
      vat: { supplier, buyers: buyersOf(firms(3)) },
    })

  it('gives rows and columns that are exact to the cent', () => {
    const award = awarded()
    expect(award.priceMinor).toBe(172_003)
    expect(sumMinor(award.shares.map((share) => share.netMinor))).toBe(172_003)
    expect(award.milestones.slice(0, 2).map((milestone) => milestone.netMinor)).toEqual([40_000, 60_000])
    expect(sumMinor(award.milestones.slice(2).map((milestone) => milestone.netMinor))).toBe(72_003)
  })

  it('cuts an own lot alike for equal firms', () => {
    for (const { cells } of awarded().milestones.slice(2)) expect(new Set([...cells.values()].map((cell) => cell.netMinor)).size).toBe(1)
  })

  it('charges each firm the sum of its own invoices', () => {
    const award = awarded()
    for (const share of award.shares) {
      const invoices = award.milestones.map((milestone) => milestone.cells.get(share.firmId)!)
      expect(share.grossMinor).toBe(sumMinor(invoices.map((cell) => cell.netMinor + vatOf(cell.netMinor, 2000))))
      expect(share.netMinor + share.vatMinor).toBe(share.grossMinor)
      expect(share.treatment.category).toBe('S')
    }
  })

  it('treats each firm by its own VAT: a German firm in the pool reverses the charge', () => {
    const buyers = buyersOf(firms(3)).set('firm-1', { country: 'DE', isTaxable: true, vatNumber: 'DE136695976', isVatNumberChecked: true })
    const mixed = allocateMission({
      offer: { pricing: pricing() },
      firms: firms(3),
      milestones,
      vat: { supplier: { ...supplier, vatNumber: 'FR40303265045' }, buyers },
    })
    expect(mixed.shares.map((share) => [share.treatment.category, share.vatMinor === 0])).toEqual([
      ['S', false],
      ['AE', true],
      ['S', false],
    ])
  })

  it('is refused where the caps do not reach, and where a lot has no milestone to pay', () => {
    const poor = firms(3).map((firm) => ({ ...firm, capMinor: 30_000 }))
    expect(
      codeOf(() => allocateMission({ offer: { pricing: pricing() }, firms: poor, milestones, vat: { supplier, buyers: buyersOf(poor) } })),
    ).toBe('CAPS_TOO_LOW')
    expect(
      codeOf(() =>
        allocateMission({
          offer: { pricing: pricing() },
          firms: firms(3),
          milestones: milestones.slice(2),
          vat: { supplier, buyers: buyersOf(firms(3)) },
        }),
      ),
    ).toBe('LOTS_DO_NOT_MATCH')
  })

  it('is a bug without the tax profile of a firm', () => {
    expect(() =>
      allocateMission({ offer: { pricing: pricing() }, firms: firms(3), milestones, vat: { supplier, buyers: new Map() } }),
    ).toThrow('tax profile')
  })
})

describe('a release', () => {
  const cells = [
    { shareId: 'a', netMinor: 33_334, grossMinor: 40_001 },
    { shareId: 'b', netMinor: 33_333, grossMinor: 40_000 },
    { shareId: 'c', netMinor: 33_333, grossMinor: 33_333 },
  ]
  const input = { milestoneId: 'm1', cells, feeBp: 505, feeVatBp: 2000, commissionBp: 200, commissionVatBp: 0 }

  it('divides each part into transfer, fee and commission to the cent', () => {
    const release = releaseOf(input)
    for (const [shareId, part] of release) {
      expect(part.transferMinor + part.fee.grossMinor + part.commission.grossMinor).toBe(
        cells.find((cell) => cell.shareId === shareId)!.grossMinor,
      )
    }
    expect(sumMinor([...release.values()].map((part) => part.fee.grossMinor))).toBe(6_060)
    expect(sumMinor([...release.values()].map((part) => part.commission.grossMinor))).toBe(2_000)
  })

  it('gives a part that is released later the same fee, whatever the order of the cells', () => {
    expect(releaseOf({ ...input, cells: [...cells].reverse() }).get('b')).toEqual(releaseOf(input).get('b'))
  })
})

describe('any award', () => {
  it('sums by firm, by milestone and in all, within every cap, whatever the order of the firms', () => {
    fc.assert(
      fc.property(
        arbitraryPricing,
        arbitraryFirms(8),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
        fc.nat(),
        (pricing, list, cuts, seed) => {
          if (!firmSharesOf(pricing, list).isFunded) return true
          const lotIds = [...pricing.commonLots, ...pricing.ownLots, ...pricing.scopes].map((lot) => lot.lotId)
          const milestones = lotIds.flatMap((lotId) => cuts.map((weight, i) => ({ id: `${lotId}-${i}`, lotId, weight })))
          const vat = { supplier, buyers: buyersOf(list) }
          const award = allocateMission({ offer: { pricing, seed: 's' }, firms: list, milestones, vat })
          const again = allocateMission({ offer: { pricing, seed: 's' }, firms: shuffled(list, seed), milestones, vat })
          return (
            sumMinor(award.shares.map((share) => share.netMinor)) === award.priceMinor &&
            sumMinor(award.milestones.map((milestone) => milestone.netMinor)) === award.priceMinor &&
            award.milestones.every((one) => sumMinor([...one.cells.values()].map((cell) => cell.netMinor)) === one.netMinor) &&
            award.shares.every((share) => {
              const cells = award.milestones.flatMap((one) => one.cells.get(share.firmId) ?? [])
              return (
                share.netMinor <= mostMinorOf(list.find((firm) => firm.firmId === share.firmId)!) &&
                sumMinor(cells.map((cell) => cell.netMinor)) === share.netMinor &&
                sumMinor(cells.map((cell) => cell.grossMinor)) === share.grossMinor &&
                cells.every((cell) => cell.netMinor > 0) &&
                again.shares.find((other) => other.firmId === share.firmId)!.grossMinor === share.grossMinor
              )
            })
          )
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
