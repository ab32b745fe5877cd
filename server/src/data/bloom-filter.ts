import { createHash } from 'node:crypto'

/** A set of words in a few bits each: never forgets one of its words, and takes a stranger for one about once in 10,000. */
export type BloomFilter = { bits: Uint8Array; hashes: number }

/** For `words` words and one mistake in 10,000: 20 bits a word, 13 hashes. */
export const emptyBloomFilter = (words: number): BloomFilter => ({ bits: new Uint8Array(Math.ceil((words * 20) / 8)), hashes: 13 })

export const addWord = (filter: BloomFilter, word: string): void => {
  for (const at of positionsOf(filter, word)) filter.bits[at >> 3]! |= 1 << (at & 7)
}

export const holdsWord = (filter: BloomFilter, word: string): boolean =>
  positionsOf(filter, word).every((at) => (filter.bits[at >> 3]! & (1 << (at & 7))) !== 0)

/** Kirsch and Mitzenmacher: two halves of one digest give any number of hashes. */
const positionsOf = ({ bits, hashes }: BloomFilter, word: string): number[] => {
  const digest = createHash('sha256').update(word).digest()
  const [first, step] = [digest.readUInt32LE(0), (digest.readUInt32LE(4) | 1) >>> 0]
  return Array.from({ length: hashes }, (_, index) => (first + index * step) % (bits.length * 8))
}
