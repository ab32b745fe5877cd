import { writable, type PdfFont } from './pdf-fonts.ts'
import { ink, keepTogether, muted, type Pdf, type PdfPart } from './pdf-page.ts'

type Column = { text?: string; width: number; numeric?: boolean }
type Table = { caption?: string; head?: readonly Column[]; columns: readonly Column[]; rows: readonly (readonly string[])[] }
type Cell = { text: string; x: number; width: number; align: 'left' | 'right'; font: PdfFont; colour: string; tag: 'TH' | 'TD' }

const fontSize = 9.5
const padding = 5
const rule = '#d9d4c7'

/** A table whose rows are never cut; its heads and the first cell of each row are tagged as such. */
export const drawTable = (doc: Pdf, root: PdfPart, { caption, head, columns, rows }: Table): void => {
  if (caption) {
    keepTogether(doc, 60)
    root.add(doc.struct('P', {}, () => void doc.font('bold').fontSize(10.5).fillColor(ink).text(writable(caption))))
    doc.moveDown(0.2)
  }
  const table = doc.struct('Table')
  root.add(table)
  if (head)
    drawRow(
      doc,
      table,
      cellsOf(
        doc,
        columns,
        head.map((column) => column.text ?? ''),
        'head',
      ),
    )
  for (const row of rows) drawRow(doc, table, cellsOf(doc, columns, row, 'body'))
  table.end()
  doc.x = doc.page.margins.left
  doc.moveDown(0.6)
}

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

const drawRow = (doc: Pdf, table: PdfPart, cells: Cell[]): void => {
  const height =
    Math.max(
      ...cells.map(({ text, width, font }) =>
        doc
          .font(font)
          .fontSize(fontSize)
          .heightOfString(text || ' ', { width }),
      ),
    ) +
    2 * padding
  keepTogether(doc, height)
  const top = doc.y
  const row = doc.struct('TR')
  table.add(row)
  for (const { text, x, width, align, font, colour, tag } of cells) {
    row.add(
      doc.struct(
        tag,
        {},
        () =>
          void doc
            .font(font)
            .fontSize(fontSize)
            .fillColor(colour)
            .text(text, x, top + padding, { width, align }),
      ),
    )
  }
  row.end()
  doc.markContent('Artifact', { type: 'Layout' })
  const end = doc.page.width - doc.page.margins.right
  doc
    .moveTo(doc.page.margins.left, top + height)
    .lineTo(end, top + height)
    .lineWidth(0.6)
    .strokeColor(rule)
    .stroke()
  doc.endMarkedContent()
  doc.y = top + height
}
