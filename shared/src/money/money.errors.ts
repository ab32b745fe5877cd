/** What shared/money refuses, with its HTTP status. */
export const moneyErrors = {
  MINIMUMS_EXCEED_TOTAL: 422,
  NO_WEIGHT: 422,
  TOTALS_DIFFER: 422,
  SUPPLIER_COUNTRY_UNSUPPORTED: 422,
  BUYER_COUNTRY_UNSUPPORTED: 422,
  SUPPLIER_VAT_NUMBER_MISSING: 422,
} as const

export type MoneyErrorCode = keyof typeof moneyErrors
