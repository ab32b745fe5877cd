import type { PdfBlock } from '@mutuo/server/platform/pdf/pdf-blocks.ts'
import { writePdf } from '@mutuo/server/platform/pdf/write-pdf.ts'
import { readPdf } from '../support/read-pdf.ts'

const lines = (count: number): PdfBlock[] => Array.from({ length: count }, (_, at) => ({ kind: 'paragraph', text: `Ligne ${at + 1}.` }))
const heading: PdfBlock = { kind: 'heading', level: 2, text: 'Le titre' }
const table = (rows: number): PdfBlock => ({
  kind: 'table',
  caption: 'La légende',
  head: [
    { text: 'La colonne', width: 0.5 },
    { text: 'Le montant', width: 0.5, numeric: true },
  ],
  rows: Array.from({ length: rows }, (_, at) => [`rang ${at + 1}`, `${at + 1}00 €`]),
})

const pagesOf = async (...blocks: PdfBlock[]): Promise<string[]> => {
  const { pages } = await readPdf(
    await writePdf({
      title: 'Essai',
      language: 'fr-FR',
      author: 'Mutuo',
      madeAt: new Date('2026-11-29T08:00:00Z'),
      blocks,
      foot: 'Pied',
      pageOf: (page, pages) => `page ${page} sur ${pages}`,
    }),
  )
  return pages
}
const holding = (pages: readonly string[], words: string): number[] => pages.flatMap((page, at) => (page.includes(words) ? [at] : []))
const rowsOn = (page: string): number => page.match(/rang \d+/g)?.length ?? 0

/** From a page with room for all, to one with room for a line. */
const fillings = [28, 31, 32]

describe('a printed page', () => {
  it.each(fillings)('after %i lines, holds a short table whole, under its title and its caption', async (count) => {
    const pages = await pagesOf(...lines(count), heading, table(5))
    const [at] = holding(pages, 'Le titre')
    for (const words of ['La légende', 'La colonne', 'rang 1', 'rang 5']) expect(holding(pages, words)).toEqual([at])
  })

  it.each(fillings)('after %i lines, says the heads of a long table again on each page, and leaves no row alone', async (count) => {
    const pages = await pagesOf(...lines(count), heading, table(70))
    const [at] = holding(pages, 'Le titre')
    expect(holding(pages, 'La légende')).toEqual([at])
    const withRows = pages.flatMap((page, on) => (rowsOn(page) > 0 ? [on] : []))
    expect(withRows[0]).toBe(at)
    expect(holding(pages, 'La colonne')).toEqual(withRows)
    for (const on of withRows) expect(rowsOn(pages[on]!)).toBeGreaterThan(1)
    expect(pages.reduce((sum, page) => sum + rowsOn(page), 0)).toBe(70)
  })

  it.each(fillings)('after %i lines, keeps a title with the words that follow it', async (count) => {
    const words = 'Une phrase assez longue pour prendre trois lignes de la page, '.repeat(4)
    const paragraph: PdfBlock = { kind: 'paragraph', text: `Début. ${words}` }
    const list: PdfBlock = { kind: 'list', items: [`Début. ${words}`, 'Suite.'] }
    for (const block of [paragraph, list]) {
      const pages = await pagesOf(...lines(count), heading, block)
      expect(holding(pages, 'Début')).toEqual(holding(pages, 'Le titre'))
    }
  })

  it.each([34, 35, 36])('after %i lines, keeps the words that introduce a list with it', async (count) => {
    const pages = await pagesOf(...lines(count), { kind: 'paragraph', text: 'Les voici :' }, { kind: 'list', items: ['Premier', 'Second'] })
    expect(holding(pages, 'Premier')).toEqual(holding(pages, 'Les voici'))
  })
})
