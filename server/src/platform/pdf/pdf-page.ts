/** The page of every document: its margins, inks and the place that is left on it. */
export type Pdf = PDFKit.PDFDocument
export type PdfPart = PDFKit.PDFStructureElement

export const margins = { top: 56, bottom: 68, left: 56, right: 56 }
export const ink = '#1d2b28'
export const muted = '#4b5563'

/** A new page where less than so many points are left. */
export const keepTogether = (doc: Pdf, height: number): void => {
  if (doc.y + height > doc.page.height - margins.bottom) doc.addPage()
}
