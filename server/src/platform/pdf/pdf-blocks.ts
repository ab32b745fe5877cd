/** What a document is made of, without its looks: each block becomes one tagged element that a screen reader can name. */
export type PdfBlock =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string; look?: 'muted' | 'strong' | 'code' }
  | { kind: 'list'; items: readonly string[] }
  /** A name and its value a line. */
  | { kind: 'facts'; rows: readonly { name: string; value: string }[] }
  /** The first cell of a row names it. */
  | { kind: 'table'; caption: string; head: readonly PdfColumn[]; rows: readonly (readonly string[])[] }

/** `width` is a part of the line. */
export type PdfColumn = { text: string; width: number; numeric?: boolean }

export type PdfContent = {
  title: string
  language: 'fr-FR' | 'en-GB'
  author: string
  madeAt: Date
  blocks: readonly PdfBlock[]
  /** At the foot of every page, before its number. */
  foot: string
  pageOf: (page: number, pages: number) => string
}
