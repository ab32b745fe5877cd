import { fold } from './fold.ts'

const SHORTEST_WORD = 3
const SHORTEST_STEM = 4
/** How many last letters two forms of one word may differ by: `boutique` and `boutiques`, `trouver` and `trouvés`. */
const LONGEST_ENDING = 3

/** Words that every need has, in French and in English. */
const EMPTY_WORDS = new Set(
  `aux avec avoir besoin besoins cette ces chez dans des donc elle elles est etre faire font leur leurs les mais mes mon nos notre nous ont
   par pas plus pour premier premiers quand que qui sans ses son sont sur tous tout toute toutes tres une vos votre vous
   all and are buy for from get have into make need needs our out shop shops that the them their this with you your`
    .split(/\s+/)
    .filter(Boolean),
)

/** The folded words of a sentence that say what it is about, each once. */
export const tellingWords = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(' ')
      .filter((word) => word.length >= SHORTEST_WORD && !EMPTY_WORDS.has(word)),
  ),
]

/** Two forms of one word begin alike and differ in their endings at most. */
export const isSameWord = (one: string, other: string): boolean => {
  if (one === other) return true
  const longest = Math.max(one.length, other.length)
  return sharedStart(one, other) >= Math.max(SHORTEST_STEM, longest - LONGEST_ENDING)
}

/** What all forms of a word begin with, to look it up among the beginnings of words. */
export const stemOf = (word: string): string => word.slice(0, Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING + 1))

const sharedStart = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}
