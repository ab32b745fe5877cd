import type { Font } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { PdfBlock, PdfContent } from './pdf-blocks.ts'
import { pdfFonts, writable } from './pdf-fonts.ts'
import { ink, keepTogether, margins, muted, type Pdf, type PdfPart } from './pdf-page.ts'
import { drawTable, openingOfTable, type Table } from './pdf-table.ts'

/** A tagged A4 document with its fonts inside: headings, lists and tables are what they look like for a screen reader too. The same content gives the same text. */
export const writePdf = async (content: PdfContent): Promise<Uint8Array> => {
  const { title, language, author, madeAt, blocks } = content
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: author, CreationDate: madeAt, ModDate: madeAt },
  })
  for (const [name, font] of Object.entries(pdfFonts)) doc.registerFont(name, asSource(font))
  const written = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  for (const [at, block] of blocks.entries()) drawBlock(doc, root, block, blocks[at + 1])
  root.end()
  numberPages(doc, content)
  doc.end()
  return written
}

/** pdfkit takes a font that was read already, which its types do not say. */
const asSource = (font: Font) => font as unknown as PDFKit.Mixins.PDFFontSource

const collect = (doc: Pdf): Promise<Uint8Array> =>
  new Promise((done, fail) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => void chunks.push(chunk))
    doc.on('end', () => done(Buffer.concat(chunks)))
    doc.on('error', fail)
  })

const drawBlock = (doc: Pdf, root: PdfPart, block: PdfBlock, next: PdfBlock | undefined): void => {
  switch (block.kind) {
    case 'heading':
      return drawHeading(doc, root, block, next)
    case 'paragraph':
      return drawParagraph(doc, root, block, next)
    case 'list':
      return drawList(doc, root, block.items)
    case 'facts':
    case 'table':
      return drawTable(doc, root, tableOf(block))
  }
}

const tableOf = (block: Extract<PdfBlock, { kind: 'facts' | 'table' }>): Table =>
  block.kind === 'table'
    ? { ...block, columns: block.head }
    : { rows: block.rows.map(({ name, value }) => [name, value]), columns: [{ width: 0.34 }, { width: 0.66 }] }

/** How much of a block has to follow its title on the page. */
const openingOf = (doc: Pdf, block: PdfBlock): number =>
  block.kind === 'facts' || block.kind === 'table' ? openingOfTable(doc, tableOf(block)) : TWO_LINES

const TWO_LINES = 32
const looks = { 1: { size: 21, before: 0, after: 0.35 }, 2: { size: 14, before: 1.1, after: 0.3 } } as const

/** Never the last thing on a page. */
const drawHeading = (
  doc: Pdf,
  root: PdfPart,
  { level, text }: Extract<PdfBlock, { kind: 'heading' }>,
  next: PdfBlock | undefined,
): void => {
  const { size, before, after } = looks[level]
  doc.fontSize(11).moveDown(before)
  const height = doc.font('display').fontSize(size).heightOfString(writable(text)) * (1 + after)
  keepTogether(doc, height + (next ? openingOf(doc, next) : 0))
  const heading = doc.struct(`H${level}`, {}, () => void doc.font('display').fontSize(size).fillColor(ink).text(writable(text)))
  root.add(heading)
  doc.fontSize(11).moveDown(after)
}

/** What introduces a list stays with it. */
const drawParagraph = (
  doc: Pdf,
  root: PdfPart,
  { text, look }: Extract<PdfBlock, { kind: 'paragraph' }>,
  next: PdfBlock | undefined,
): void => {
  const size = look === 'code' ? 9 : 10.5
  const font = look === 'strong' ? 'bold' : 'body'
  const colour = look === 'muted' ? muted : ink
  const height = doc.font(font).fontSize(size).heightOfString(writable(text), { lineGap: 2 })
  if (next?.kind === 'list') keepTogether(doc, height + openingOf(doc, next))
  root.add(doc.struct('P', {}, () => void doc.font(font).fontSize(size).fillColor(colour).text(writable(text), { lineGap: 2 })))
  doc.moveDown(0.4)
}

const drawList = (doc: Pdf, root: PdfPart, items: readonly string[]): void => {
  const list = doc.struct('L')
  root.add(list)
  for (const item of items) {
    const line = doc.struct('LI')
    list.add(line)
    line.add(
      doc.struct(
        'LBody',
        {},
        () =>
          void doc
            .font('body')
            .fontSize(10.5)
            .fillColor(ink)
            .text(writable(`– ${item}`), { lineGap: 2, indent: 0 }),
      ),
    )
    line.end()
    doc.moveDown(0.2)
  }
  list.end()
  doc.moveDown(0.3)
}

const numberPages = (doc: Pdf, { foot, pageOf }: PdfContent): void => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    // Below the margin: with it, the foot would open a page of its own.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const at = { y: doc.page.height - 44, width: doc.page.width - margins.left - margins.right }
    doc.font('body').fontSize(8.5).fillColor(muted)
    doc.text(writable(`${foot} · ${pageOf(page + 1, count)}`), margins.left, at.y, { width: at.width, lineBreak: false })
    doc.endMarkedContent()
    doc.page.margins.bottom = margins.bottom
  }
}
