// Reads a PDF from standard input and writes its text, and whether it is tagged, as JSON. Apart from jest, which would translate the reader's megabyte.
import { buffer } from 'node:stream/consumers'
import { extractText, getDocumentProxy } from 'unpdf'

const document = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)))
const { text: pages } = await extractText(document, { mergePages: false })
const marks = await document.getMarkInfo()
process.stdout.write(JSON.stringify({ pages, text: pages.join('\n'), isTagged: marks?.Marked === true }))
