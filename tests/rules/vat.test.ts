import fc from 'fast-check'
import { splitFee } from '@mutuo/shared/money/fee.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { portionMinor, vatOf, vatTreatment, withVat } from '@mutuo/shared/money/vat.ts'
import { refusalOf } from './support/refusal-of.ts'

describe('VAT', () => {
  const standard = { country: 'FR', regime: 'standard', vatNumber: 'FR40303265045' } as const
  const franchise = { country: 'FR', regime: 'franchise' } as const
  const bakery = { country: 'FR', isTaxable: true }
  const town = { country: 'FR', isTaxable: false }
  const germanFirm = { country: 'DE', isTaxable: true, vatNumber: 'DE136695976', isVatNumberChecked: true }

  it.each([
    ['a VAT-liable freelancer charges a French firm 20 %', standard, bakery, 'S', 2000],
    ['a VAT-liable freelancer charges a town hall 20 %', standard, town, 'S', 2000],
    ['a German firm with a checked number accounts for the VAT itself', standard, germanFirm, 'AE', 0],
    ['an unchecked German number is charged as in France', standard, { ...germanFirm, isVatNumberChecked: false }, 'S', 2000],
    ['a German number that is not there is charged as in France', standard, { ...germanFirm, vatNumber: null }, 'S', 2000],
    ['a foreign association that is not taxable is charged as in France', standard, { ...germanFirm, isTaxable: false }, 'S', 2000],
    ['a French firm with a checked number is charged 20 % like any other', standard, { ...germanFirm, country: 'FR' }, 'S', 2000],
    ['a freelancer in franchise charges no VAT to a firm', franchise, bakery, 'E', 0],
    ['a freelancer in franchise charges no VAT to an association', franchise, town, 'E', 0],
    [
      'a freelancer in franchise with a VAT number reverses the charge abroad',
      { ...franchise, vatNumber: 'FR40303265045' },
      germanFirm,
      'AE',
      0,
    ],
  ] as const)('%s', (_, supplier, buyer, category, rateBp) => expect(vatTreatment(supplier, buyer)).toMatchObject({ category, rateBp }))

  it('names the article of the exemption on the invoice', () => {
    expect(vatTreatment(franchise, bakery)).toMatchObject({
      exemptionCode: 'VATEX-FR-FRANCHISE',
      mention: 'TVA non applicable, art. 293 B du CGI',
    })
    expect(vatTreatment(standard, germanFirm)).toMatchObject({ exemptionCode: 'VATEX-EU-AE', mention: 'Autoliquidation' })
    expect(vatTreatment(standard, bakery)).toMatchObject({ exemptionCode: null, mention: null })
  })

  it('is accounted for by the buyer in each of the twenty-six other countries of the Union', () => {
    const countries = 'AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
    for (const country of countries) expect(vatTreatment(standard, { ...germanFirm, country })).toMatchObject({ category: 'AE', rateBp: 0 })
  })

  it('refuses what the first version does not cover', () => {
    expect(refusalOf(() => vatTreatment({ ...standard, country: 'BE' }, bakery))).toMatchObject({
      code: 'SUPPLIER_COUNTRY_UNSUPPORTED',
      params: { country: 'BE' },
    })
    expect(refusalOf(() => vatTreatment(standard, { ...bakery, country: 'CH' }))).toMatchObject({
      code: 'BUYER_COUNTRY_UNSUPPORTED',
      params: { country: 'CH' },
    })
    expect(refusalOf(() => vatTreatment(franchise, germanFirm))?.code).toBe('SUPPLIER_VAT_NUMBER_MISSING')
  })

  it.each([
    [33_334, 6667],
    [33_333, 6667],
    [2, 0],
    [3, 1],
    [0, 0],
  ])('of %d cents at 20 %% is %d, half a cent going up', (net, vat) => expect(vatOf(net, 2000)).toBe(vat))

  it('is taken invoice by invoice: a thousand euros by three bear 200.01', () => {
    expect(sumMinor([33_334, 33_333, 33_333].map((net) => withVat(net, { rateBp: 2000 }).vatMinor))).toBe(20_001)
  })

  it('stays exact for the largest amounts', () => expect(portionMinor(9_007_199_254_740_991, 10_000)).toBe(9_007_199_254_740_991))
})

describe('a fee on a milestone', () => {
  it('is rounded once, taxed once, and divided over the transfers to the cent', () => {
    const cells = [
      { id: 'a', amountMinor: 33_334 },
      { id: 'b', amountMinor: 33_333 },
      { id: 'c', amountMinor: 33_333 },
    ]
    const fee = splitFee({ milestoneNetMinor: 100_000, feeBp: 505, vatRateBp: 2000, cells })
    expect(fee).toMatchObject({ netMinor: 5050, vatMinor: 1010, grossMinor: 6060 })
    expect([...fee.parts.values()].map((part) => part.grossMinor)).toEqual([2020, 2020, 2020])
  })

  it('adds up in net, VAT and gross, with no negative part', () => {
    const cells = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 3000 }), fc.constantFrom(0, 550, 1000, 2000), (amounts, feeBp, vatRateBp) => {
        const milestoneNetMinor = sumMinor(amounts)
        const fee = splitFee({
          milestoneNetMinor,
          feeBp,
          vatRateBp,
          cells: amounts.map((amount, i) => ({ id: `s${i}`, amountMinor: amount })),
        })
        const parts = [...fee.parts.values()]
        return (
          fee.netMinor === portionMinor(milestoneNetMinor, feeBp) &&
          sumMinor(parts.map((part) => part.netMinor)) === fee.netMinor &&
          sumMinor(parts.map((part) => part.vatMinor)) === fee.vatMinor &&
          sumMinor(parts.map((part) => part.grossMinor)) === fee.grossMinor &&
          parts.every((part, i) => part.netMinor >= 0 && part.vatMinor >= 0 && part.grossMinor <= amounts[i]!)
        )
      }),
      { numRuns: 10_000 },
    )
  })
})
