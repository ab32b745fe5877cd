import { createRequire } from 'node:module'
import { join } from 'node:path'

const { resolve } = createRequire(join(process.cwd(), 'package.json'))

/** The fonts of the screens, embedded: Latin as Western Europe writes it. */
export const pdfFonts = {
  body: resolve('@fontsource/public-sans/files/public-sans-latin-400-normal.woff'),
  bold: resolve('@fontsource/public-sans/files/public-sans-latin-700-normal.woff'),
  display: resolve('@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff'),
} as const

export type PdfFont = keyof typeof pdfFonts

// Both fonts hold U+0020–U+00FF, Œ œ Ÿ and the punctuation of books; U+202F is in neither.
const unheld =
  /[^\u0020-\u00ff\u0131\u0152\u0153\u0178\u02c6\u02dc\u2000-\u200a\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212\n]/g

/** A letter that the fonts lack is written without its accent, or as a question mark: never as an empty box. */
export const writable = (text: string): string =>
  text.replaceAll('\u202f', '\u00a0').replace(unheld, (letter) => {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
    return bare !== letter && !unheld.test(bare) ? bare : (lookalikes[letter] ?? '?')
  })

const lookalikes: Record<string, string> = { Ł: 'L', ł: 'l', Đ: 'D', đ: 'd', Ħ: 'H', ħ: 'h', '\t': ' ', '\u2011': '-', '\u2032': '’' }
