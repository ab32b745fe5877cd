import { areasOf, communeOf } from '../../data/communes.ts'
import { communesWithin } from '../../data/commune-distances.ts'
import type { NeedFilter } from './need.store.ts'

/** Up to here communes are counted one by one; beyond, whole départements. */
const COUNTED_KM = 40

/** The areas that lie within so many kilometres of a commune, to the kilometre where that is a day's way, else the départements that they touch. */
export const areasWithin = (communeCode: string, km: number): string[] => {
  const codes = communesWithin(communeCode, km)
  if (km <= COUNTED_KM) return codes.map((code) => `commune:${code}`)
  return [...new Set(codes.map((code) => `departement:${communeOf(code)?.departement}`))]
}

/** Up to how many kilometres each scale of areas stands for, for an alert: it is found by one area (decision 010). */
const REACH_KM = { commune: 5, epci: 20, arrondissement: 40, departement: 80, region: 200 }

/** The area around a commune that comes nearest to that many kilometres; null is everywhere. */
export const areaWithin = (communeCode: string, km: number): string | null => {
  const scale = (Object.keys(REACH_KM) as (keyof typeof REACH_KM)[]).find((name) => km <= REACH_KM[name])
  if (!scale) return null
  const areas = areasOf(communeCode)
  return areas.find((area) => area.startsWith(`${scale}:`)) ?? areas.find((area) => area.startsWith('departement:')) ?? null
}

/** The rings around a commune, from itself to everywhere: each an area without the one before. */
export const ringsAround = (communeCode: string): NeedFilter[] => {
  const areas = areasOf(communeCode)
  const rings = areas.map((area, i) => (i === 0 ? { areas: area } : { areas: { $in: [area], $nin: areas.slice(0, i) } }))
  return [...rings, { areas: { $nin: areas } }]
}
