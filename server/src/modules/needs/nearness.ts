import { areasOf, communeOf } from '../../data/communes.ts'
import { areWithin, communesWithin } from '../../data/commune-distances.ts'
import type { NeedFilter } from './need.store.ts'

/** Up to here communes are counted one by one; beyond, whole départements. */
const COUNTED_KM = 40

/** The areas that lie within so many kilometres of a commune, to the kilometre where that is a day's way, else the départements that they touch. */
export const areasWithin = (communeCode: string, km: number): string[] => {
  const codes = communesWithin(communeCode, km)
  if (km <= COUNTED_KM) return codes.map((code) => `commune:${code}`)
  return [...new Set(codes.map((code) => `departement:${communeOf(code)?.departement}`))]
}

/** Under what an alert is kept: the middle of its circle where communes are counted one by one, else the départements that it touches. */
export const areasLookedIn = (near: string | undefined, km: number | undefined): string[] => {
  if (near === undefined || km === undefined) return ['everywhere']
  return km <= COUNTED_KM ? [around(near)] : areasWithin(near, km)
}

/** Under what the alerts are kept that a need of this commune may answer; for those around a middle, `isWithinReach` says whether it does. */
export const areasHeardFrom = (communeCode: string): string[] => [
  'everywhere',
  ...areasOf(communeCode),
  ...communesWithin(communeCode, COUNTED_KM).map(around),
]

const around = (communeCode: string): string => `around:${communeCode}`

/** Whether a commune lies in what an alert looks in: what the list shows of the same search. */
export const isWithinReach = (communeCode: string, { near, km }: { near?: string | undefined; km?: number | undefined }): boolean =>
  near === undefined || km === undefined || km > COUNTED_KM || areWithin(near, communeCode, km)

/** The rings around a commune, from itself to everywhere: each an area without the one before. */
export const ringsAround = (communeCode: string): NeedFilter[] => {
  const areas = areasOf(communeCode)
  const rings = areas.map((area, i) => (i === 0 ? { areas: area } : { areas: { $in: [area], $nin: areas.slice(0, i) } }))
  return [...rings, { areas: { $nin: areas } }]
}
