import { DomainError } from '../errors/domain-error.ts'

/** Standard French rate, in basis points (CGI art. 278). */
export const STANDARD_VAT_BP = 2000

export type VatSupplier = { country: string; regime: 'standard' | 'franchise'; vatNumber?: string | null }
export type VatBuyer = { country: string; isTaxable: boolean; vatNumber?: string | null; isVatNumberChecked?: boolean }

/** EN 16931 category, rate, exemption code (BT-121) and the sentence that the invoice must carry. */
export type VatTreatment = { category: 'S' | 'AE' | 'E'; rateBp: number; exemptionCode: string | null; mention: string | null }

export type Taxed = { netMinor: number; vatMinor: number; grossMinor: number }

// prettier-ignore
const OTHER_EU_COUNTRIES = new Set([
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
])

const STANDARD: VatTreatment = { category: 'S', rateBp: STANDARD_VAT_BP, exemptionCode: null, mention: null }
const FRANCHISE: VatTreatment = {
  category: 'E',
  rateBp: 0,
  exemptionCode: 'VATEX-FR-FRANCHISE',
  mention: 'TVA non applicable, art. 293 B du CGI',
}
const REVERSE_CHARGE: VatTreatment = { category: 'AE', rateBp: 0, exemptionCode: 'VATEX-EU-AE', mention: 'Autoliquidation' }

/**
 * The VAT of a service between a supplier and a buyer (table of payments.md §5). A taxable firm of another EU country whose number is not checked
 * is invoiced as a French one. @throws SUPPLIER_COUNTRY_UNSUPPORTED, BUYER_COUNTRY_UNSUPPORTED, SUPPLIER_VAT_NUMBER_MISSING
 */
export const vatTreatment = (supplier: VatSupplier, buyer: VatBuyer): VatTreatment => {
  if (supplier.country !== 'FR') throw new DomainError('SUPPLIER_COUNTRY_UNSUPPORTED', { country: supplier.country })
  if (buyer.country !== 'FR' && !OTHER_EU_COUNTRIES.has(buyer.country)) {
    throw new DomainError('BUYER_COUNTRY_UNSUPPORTED', { country: buyer.country })
  }
  if (buyer.country !== 'FR' && buyer.isTaxable && buyer.vatNumber && buyer.isVatNumberChecked) {
    if (!supplier.vatNumber) throw new DomainError('SUPPLIER_VAT_NUMBER_MISSING')
    return REVERSE_CHARGE
  }
  return supplier.regime === 'franchise' ? FRANCHISE : STANDARD
}

/** A portion of an amount in basis points, rounded half up to the cent. */
export const portionMinor = (amountMinor: number, portionBp: number): number => {
  const product = amountMinor * portionBp + 5000
  return product <= Number.MAX_SAFE_INTEGER
    ? Math.floor(product / 10_000)
    : Number((BigInt(amountMinor) * BigInt(portionBp) + 5000n) / 10_000n)
}

/** The VAT of one invoice at one rate, half up (EN 16931 BR-CO-17, BR-S-09): never per line, never on the pool. */
export const vatOf = (netMinor: number, rateBp: number): number => portionMinor(netMinor, rateBp)

/** Net, VAT and gross of one invoice. */
export const withVat = (netMinor: number, { rateBp }: Pick<VatTreatment, 'rateBp'>): Taxed => {
  const vatMinor = vatOf(netMinor, rateBp)
  return { netMinor, vatMinor, grossMinor: netMinor + vatMinor }
}
