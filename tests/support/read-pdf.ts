import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'

export type PdfText = { pages: string[]; text: string; isTagged: boolean }

/** What a reader finds in a PDF. @throws Error when it is none */
export const readPdf = async (bytes: Uint8Array): Promise<PdfText> => {
  const child = spawn(process.execPath, [join(__dirname, 'pdf-text.mjs')])
  child.stdin.end(bytes)
  const [said, complaint] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'close')])
  if (!said) throw new Error(complaint)
  return JSON.parse(said) as PdfText
}
