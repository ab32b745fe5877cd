import { writable, type PdfFont } from './pdf-fonts.ts'
import { ink, keepTogether, muted, pageHeight, type Pdf, type PdfPart } from './pdf-page.ts'

type Column = { text?: string; width: number; numeric?: boolean }
export type Table = { caption?: string; head?: readonly Column[]; columns: readonly Column[]; rows: readonly (readonly string[])[] }
type Cell = { text: string; x: number; width: number; align: 'left' | 'right'; font: PdfFont; colour: string; tag: 'TH' | 'TD' }

const fontSize = 9.5
const padding = 5
const rule = '#d9d4c7'

const captionSize = 10.5

/** A table that takes no more of a page than this is never cut. */
const SHORT_PART = 0.6

/** A table whose rows are never cut, nor left alone on a page; its heads, said again on each page, and the first cell of each row are tagged as such. */
export const drawTable = (doc: Pdf, root: PdfPart, table: Table): void => {
  const { caption, head, columns, rows } = table
  keepTogether(doc, openingOfTable(doc, table))
  if (caption) {
    root.add(doc.struct('P', {}, () => void doc.font('bold').fontSize(captionSize).fillColor(ink).text(writable(caption))))
    doc.moveDown(0.2)
  }
  const part = doc.struct('Table')
  root.add(part)
  const heads = head && headOf(doc, columns, head)
  if (heads) drawRow(doc, part, heads)
  const lines = rows.map((row) => cellsOf(doc, columns, row, 'body'))
  for (const [at, cells] of lines.entries()) {
    const last = at === lines.length - 2 ? heightOf(doc, lines[at + 1]!) : 0
    if (keepTogether(doc, heightOf(doc, cells) + last) && heads) drawAgain(doc, heads)
    drawRow(doc, part, cells)
  }
  part.end()
  doc.x = doc.page.margins.left
  doc.moveDown(0.6)
}

/** How much of a table has to stand on the page where it begins: all of a short one; of a long one its caption, its heads and two rows. */
export const openingOfTable = (doc: Pdf, { caption, head, columns, rows }: Table): number => {
  const top = (caption ? heightOfCaption(doc, caption) : 0) + (head ? heightOf(doc, headOf(doc, columns, head)) : 0)
  const heights = rows.map((row) => heightOf(doc, cellsOf(doc, columns, row, 'body')))
  const sumOf = (some: readonly number[]) => some.reduce((sum, height) => sum + height, top)
  const whole = sumOf(heights)
  return whole <= SHORT_PART * pageHeight(doc) ? whole : sumOf(heights.slice(0, 2))
}

const heightOfCaption = (doc: Pdf, caption: string): number =>
  doc.font('bold').fontSize(captionSize).heightOfString(writable(caption)) * 1.2

const headOf = (doc: Pdf, columns: readonly Column[], head: readonly Column[]): Cell[] =>
  cellsOf(
    doc,
    columns,
    head.map((column) => column.text ?? ''),
    'head',
  )

const cellsOf = (doc: Pdf, columns: readonly Column[], texts: readonly string[], part: 'head' | 'body'): Cell[] => {
  const { left, right } = doc.page.margins
  const whole = doc.page.width - left - right
  const isName = (at: number) => part === 'head' || at === 0
  return columns.map((column, at) => ({
    text: writable(texts[at] ?? ''),
    x: left + whole * columns.slice(0, at).reduce((sum, before) => sum + before.width, 0),
    width: whole * column.width - 2 * padding,
    align: column.numeric ? 'right' : 'left',
    font: isName(at) ? 'bold' : 'body',
    colour: part === 'head' ? muted : ink,
    tag: isName(at) ? 'TH' : 'TD',
  }))
}

const heightOf = (doc: Pdf, cells: readonly Cell[]): number =>
  Math.max(
    ...cells.map(({ text, width, font }) =>
      doc
        .font(font)
        .fontSize(fontSize)
        .heightOfString(text || ' ', { width }),
    ),
  ) +
  2 * padding

const drawRow = (doc: Pdf, table: PdfPart, cells: readonly Cell[]): void => {
  const [top, height] = [doc.y, heightOf(doc, cells)]
  const row = doc.struct('TR')
  table.add(row)
  for (const cell of cells) row.add(doc.struct(cell.tag, {}, () => writeCell(doc, cell, top)))
  row.end()
  doc.markContent('Artifact', { type: 'Layout' })
  drawRule(doc, top + height)
  doc.endMarkedContent()
  doc.y = top + height
}

/** The heads on a further page: for the eye alone, since a screen reader reads one table. */
const drawAgain = (doc: Pdf, heads: readonly Cell[]): void => {
  const [top, height] = [doc.y, heightOf(doc, heads)]
  doc.markContent('Artifact', { type: 'Pagination' })
  for (const cell of heads) writeCell(doc, cell, top)
  drawRule(doc, top + height)
  doc.endMarkedContent()
  doc.y = top + height
}

const writeCell = (doc: Pdf, { text, x, width, align, font, colour }: Cell, top: number): void =>
  void doc
    .font(font)
    .fontSize(fontSize)
    .fillColor(colour)
    .text(text, x, top + padding, { width, align })

const drawRule = (doc: Pdf, y: number): void =>
  void doc
    .moveTo(doc.page.margins.left, y)
    .lineTo(doc.page.width - doc.page.margins.right, y)
    .lineWidth(0.6)
    .strokeColor(rule)
    .stroke()
