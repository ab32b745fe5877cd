import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fold } from './fold.ts'

/** A commune of today, of the official geographic code (INSEE), with the area that it belongs to at each scale. */
export type Commune = {
  code: string
  name: string
  postcodes: string[]
  /** Code of the département. */
  departement: string
  population: number
  /** SIREN of its intercommunal body; a few islands have none. */
  epci: string | null
  arrondissement: string | null
  region: string
}

/** How near two communes are, by the areas that they share. */
export const proximities = ['commune', 'epci', 'arrondissement', 'departement', 'region', 'elsewhere'] as const
export type Proximity = (typeof proximities)[number]

type CommuneFile = {
  code: string
  nom: string
  type: string
  departement?: string
  arrondissement?: string
  region: string
  codesPostaux?: string[]
  population?: number
}
type EpciFile = { code: string; membres: { code: string }[] }

type Register = { byCode: Map<string, Commune>; names: { fold: string; commune: Commune }[] }

const read = <T>(file: string): T =>
  JSON.parse(
    readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve(`@etalab/decoupage-administratif/data/${file}.json`), 'utf8'),
  ) as T

let register: Register | undefined

/** Read at the first question: 35,000 communes, about 0.2 s, kept in memory. */
const communes = (): Register => (register ??= load())

const load = (): Register => {
  const epciOf = new Map(read<EpciFile[]>('epci').flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const)))
  const byCode = new Map<string, Commune>()
  for (const { code, nom, type, departement, arrondissement, region, codesPostaux, population } of read<CommuneFile[]>('communes')) {
    if (type !== 'commune-actuelle' || !departement) continue
    const district = arrondissement ? `${departement}-${arrondissement}` : null
    const place = { postcodes: codesPostaux ?? [], departement, population: population ?? 0, arrondissement: district, region }
    byCode.set(code, { code, name: nom, ...place, epci: epciOf.get(code) ?? null })
  }
  const names = [...byCode.values()]
    .map((commune) => ({ fold: fold(commune.name), commune }))
    .sort((a, b) => (a.fold < b.fold ? -1 : a.fold > b.fold ? 1 : 0))
  return { byCode, names }
}

export const allCommunes = (): Commune[] => [...communes().byCode.values()]

export const communeOf = (code: string): Commune | undefined => communes().byCode.get(code)

/** The areas that a commune belongs to, from the smallest. */
export const areasOf = (communeCode: string): string[] => {
  const commune = communeOf(communeCode)
  if (!commune) return []
  const { code, epci, arrondissement, departement, region } = commune
  return [
    `commune:${code}`,
    ...(epci ? [`epci:${epci}`] : []),
    ...(arrondissement ? [`arrondissement:${arrondissement}`] : []),
    `departement:${departement}`,
    `region:${region}`,
  ]
}

/** The communes whose name, or postcode, starts with what was typed; the largest first. */
export const communesStartingWith = (typed: string, limit = 10): Commune[] => {
  const start = fold(typed)
  if (start === '') return []
  const found = /^\d+$/.test(start) ? withPostcode(start) : withName(start)
  return found
    .sort((a, b) => Number(fold(b.name) === start) - Number(fold(a.name) === start) || b.population - a.population)
    .slice(0, limit)
}

const withPostcode = (start: string): Commune[] => allCommunes().filter(({ postcodes }) => postcodes.some((code) => code.startsWith(start)))

const withName = (start: string): Commune[] => {
  const { names } = communes()
  const found: Commune[] = []
  for (let at = firstFrom(names, start); at < names.length && names[at]!.fold.startsWith(start); at += 1) found.push(names[at]!.commune)
  return found
}

/** Where the names that are not before `start` begin. */
const firstFrom = (names: Register['names'], start: string): number => {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.fold < start) low = middle + 1
    else high = middle
  }
  return low
}

/** The smallest area that two communes share: the same town, its intercommunal body, its arrondissement, its département, its region. */
export const proximityOf = (one: string, other: string): Proximity => {
  const [a, b] = [communeOf(one), communeOf(other)]
  if (!a || !b) return 'elsewhere'
  if (a.code === b.code) return 'commune'
  if (a.epci !== null && a.epci === b.epci) return 'epci'
  if (a.arrondissement !== null && a.arrondissement === b.arrondissement) return 'arrondissement'
  if (a.departement === b.departement) return 'departement'
  return a.region === b.region ? 'region' : 'elsewhere'
}
