type Locale = 'fr' | 'en'

const tags = { fr: 'fr-FR', en: 'en-GB' } as const

/** The typefaces lack U+202F, which French number formats use. */
const withPlainNoBreakSpaces = (text: string) => text.replaceAll('\u202f', '\u00a0')

const formatters = new Map<string, Intl.NumberFormat>()

const formatterOf = (locale: Locale, options: Intl.NumberFormatOptions) => {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key) ?? new Intl.NumberFormat(tags[locale], options)
  formatters.set(key, known)
  return known
}

/** Cents as euros, `1 234,50 €` or `€1,234.50`; with `cents: 'ifAny'` a whole amount shows none. */
export const formatEuros = (amountMinor: number, locale: Locale = 'fr', { cents = 'always' }: { cents?: 'always' | 'ifAny' } = {}) => {
  const digits = cents === 'ifAny' && amountMinor % 100 === 0 ? 0 : 2
  const format = formatterOf(locale, { style: 'currency', currency: 'EUR', minimumFractionDigits: digits, maximumFractionDigits: digits })
  return withPlainNoBreakSpaces(format.format(amountMinor / 100))
}

/** Cents as the digits that a spreadsheet reads: `1234,50` or `1234.50`. */
export const formatPlainEuros = (amountMinor: number, locale: Locale = 'fr') =>
  formatterOf(locale, { useGrouping: false, minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amountMinor / 100)

/** Basis points as a percentage: 2000 gives `20 %` or `20%`. */
export const formatBasisPoints = (basisPoints: number, locale: Locale = 'fr', maximumFractionDigits = 2) =>
  withPlainNoBreakSpaces(formatterOf(locale, { style: 'percent', maximumFractionDigits }).format(basisPoints / 10_000))
