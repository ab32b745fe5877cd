/** The page of every document: its margins, inks and the place that is left on it. */
export type Pdf = PDFKit.PDFDocument
export type PdfPart = PDFKit.PDFStructureElement

export const margins = { top: 56, bottom: 68, left: 56, right: 56 }
export const ink = '#1d2b28'
export const muted = '#4b5563'

/** The place between the margins of a page. */
export const pageHeight = (doc: Pdf): number => doc.page.height - margins.top - margins.bottom

/** A new page where less than so many points are left. Says whether there is one. */
export const keepTogether = (doc: Pdf, height: number): boolean => {
  const isFull = doc.y + height > doc.page.height - margins.bottom
  if (isFull) doc.addPage()
  return isFull
}
