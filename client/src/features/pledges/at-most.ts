import { STANDARD_VAT_BP, withVat } from '@mutuo/shared/money/vat.ts'

/** The most that a cap lets be charged, VAT included at the highest rate that a bid may bring. */
export const atMostOf = (capMinor: number) => withVat(capMinor, { rateBp: STANDARD_VAT_BP })
