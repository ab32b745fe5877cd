import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'

const { resolve } = createRequire(join(process.cwd(), 'package.json'))

const read = (family: string, weight: string, file: string): Font =>
  create(readFileSync(resolve(`@expo-google-fonts/${family}/${weight}/${file}_${weight}.ttf`))) as Font

/** The fonts of the screens, read once: every document takes of them what it writes. */
export const pdfFonts = {
  body: read('public-sans', '400Regular', 'PublicSans'),
  bold: read('public-sans', '700Bold', 'PublicSans'),
  display: read('bricolage-grotesque', '700Bold', 'BricolageGrotesque'),
} as const

export type PdfFont = keyof typeof pdfFonts

const isHeld = (letter: string): boolean =>
  letter === '\n' || Object.values(pdfFonts).every((font) => font.hasGlyphForCodePoint(letter.codePointAt(0)!))

/** A letter that one of the fonts lacks is written without its accent, or as a question mark: never as an empty box. */
export const writable = (text: string): string => {
  const letters = Array.from(text.replaceAll('\u202f', '\u00a0'))
  return letters.every(isHeld) ? letters.join('') : letters.map(held).join('')
}

const held = (letter: string): string => {
  if (isHeld(letter)) return letter
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '')
  return bare !== letter && Array.from(bare).every(isHeld) ? bare : (lookalikes[letter] ?? '?')
}

const lookalikes: Record<string, string> = { Ŧ: 'T', ŧ: 't', '\t': ' ', '\u2011': '-', '\u2032': '’', '\u00ad': '' }
