import { isSameWord, tellingWords } from '../text/telling-words.ts'

/**
 * What of a need is compared. `areas` from the smallest, by their names (`commune:42218`, `epci:…`); none where no place is given. `distanceKm`: between its
 * commune and the sought one, where both places are known; else the areas say how near it is.
 */
export type Comparable = {
  groupId: string | null
  title: string
  skills: readonly string[]
  areas: readonly string[]
  distanceKm?: number | undefined
}

export type LikenessReason = 'same_words' | 'same_skills' | 'same_group' | 'same_commune' | 'near'
/** `score` from 0 to 100: half for the words, nearly a third for the skills, the rest for nearness. */
export type Likeness = { score: number; reasons: LikenessReason[]; sharedSkills: string[] }

const WORDS = 50
const SKILLS = 30
/** Who is in the same group, or in the same town, sits at the same table. */
const SAME_TABLE = 20
const NEAR: Record<string, number> = { epci: 15, arrondissement: 10, departement: 4 }
/** What a distance is worth, up to so many kilometres. */
const NEAR_KM = [
  { upTo: 10, worth: 15 },
  { upTo: 25, worth: 10 },
  { upTo: 50, worth: 4 },
]
/** Worth a word to the reader: within a morning's errand. */
const WORTH_A_WORD = 10
/** From here on two needs are near-identical: the same skill in the same town, or the same words. */
const ALIKE = 45
const MANY_WORDS_IN_COMMON = 0.5

/** How much two needs are the same thing, and why, in the order in which a reader wants to know. */
export const likenessOf = (sought: Comparable, other: Comparable): Likeness => {
  const words = wordsInCommon(tellingWords(sought.title), tellingWords(other.title))
  const sharedSkills = sought.skills.filter((skill) => other.skills.includes(skill))
  const isSameGroup = sought.groupId !== null && sought.groupId === other.groupId
  const scale = sought.areas.find((area) => other.areas.includes(area))?.split(':')[0]
  const isSameCommune = scale === 'commune'
  const nearness = nearnessOf(other.distanceKm, scale)
  const place = isSameGroup || isSameCommune ? SAME_TABLE : nearness
  const reasons: (LikenessReason | false)[] = [
    words >= MANY_WORDS_IN_COMMON && 'same_words',
    sharedSkills.length > 0 && 'same_skills',
    isSameGroup && 'same_group',
    isSameCommune && 'same_commune',
    !isSameCommune && nearness >= WORTH_A_WORD && 'near',
  ]
  const skills = overlap(sharedSkills.length, sought.skills.length, other.skills.length)
  return {
    score: Math.round(WORDS * words + SKILLS * skills + place),
    reasons: reasons.filter((reason) => reason !== false),
    sharedSkills,
  }
}

const nearnessOf = (distanceKm: number | undefined, scale: string | undefined): number =>
  distanceKm === undefined ? (NEAR[scale ?? ''] ?? 0) : (NEAR_KM.find(({ upTo }) => distanceKm <= upTo)?.worth ?? 0)

/** The needs that are near-identical to what is sought, the most alike first; between equals the one that closes first. */
export const rankAlike = <N extends Comparable & { id: string; closesAt: Date }>(
  sought: Comparable,
  others: readonly N[],
  most: number,
): { need: N; likeness: Likeness }[] =>
  others
    .map((need) => ({ need, likeness: likenessOf(sought, need) }))
    // Nearness alone makes no likeness: something must be wanted twice.
    .filter(({ likeness }) => likeness.score >= ALIKE && isWantedTwice(likeness))
    .sort(
      (a, b) =>
        b.likeness.score - a.likeness.score || a.need.closesAt.getTime() - b.need.closesAt.getTime() || (a.need.id < b.need.id ? -1 : 1),
    )
    .slice(0, most)

const isWantedTwice = ({ reasons }: Likeness): boolean => reasons.includes('same_words') || reasons.includes('same_skills')

/** From 0 to 1: how many of the shorter title's words the other one says too. One word alone is compared with the whole title. */
const wordsInCommon = (one: readonly string[], other: readonly string[]): number => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const shared = short.filter((word) => long.some((each) => isSameWord(word, each))).length
  return short.length >= 2 ? shared / short.length : overlap(shared, short.length, long.length)
}

const overlap = (shared: number, one: number, other: number): number => (shared === 0 ? 0 : (2 * shared) / (one + other))

export type Sized = {
  closesOn: string
  startsOn: string
  lots: { common: number; own: number }
  minFirms: number
  targetFirms: number
}
export type Difference =
  | { what: 'closes' | 'starts'; days: number }
  | { what: 'lots'; common: number; own: number }
  | { what: 'size'; minFirms: number; targetFirms: number }

const DAY_MS = 86_400_000

/** What the other need has that mine has not: dates in days later (negative: earlier), its lots, its size. Nothing where both agree. */
export const differencesOf = (mine: Sized, other: Sized): Difference[] => {
  const days = (name: 'closesOn' | 'startsOn') => Math.round((Date.parse(other[name]) - Date.parse(mine[name])) / DAY_MS)
  const { common, own } = other.lots
  const found: (Difference | false)[] = [
    days('closesOn') !== 0 && { what: 'closes', days: days('closesOn') },
    days('startsOn') !== 0 && { what: 'starts', days: days('startsOn') },
    (common !== mine.lots.common || own !== mine.lots.own) && { what: 'lots', common, own },
    (other.minFirms !== mine.minFirms || other.targetFirms !== mine.targetFirms) && {
      what: 'size',
      minFirms: other.minFirms,
      targetFirms: other.targetFirms,
    },
  ]
  return found.filter((difference) => difference !== false)
}
