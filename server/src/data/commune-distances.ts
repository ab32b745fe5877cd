import { communePlaces } from './commune-places.ts'
import { allCommunes, areasOf, type Commune } from './communes.ts'

/** Degrees, north and east. */
type Place = { latitude: number; longitude: number }

const EARTH_KM = 6371

let places: Map<string, Place> | undefined
let roughPlaces: Map<string, Place> | undefined

const known = (): Map<string, Place> =>
  (places ??= new Map(
    communePlaces
      .flatMap((line) => line.split(','))
      .map((place) => {
        const [code = '', latitude, longitude] = place.split(' ')
        return [code, { latitude: Number(latitude), longitude: Number(longitude) }]
      }),
  ))

/** The large-circle distance (haversine formula). */
const kmBetween = (one: Place, other: Place): number => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (angle: number) => Math.sin(radians(angle) / 2) ** 2
  const cosines = Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude))
  return 2 * EARTH_KM * Math.asin(Math.sqrt(half(other.latitude - one.latitude) + cosines * half(other.longitude - one.longitude)))
}

/** Whole kilometres as the crow flies; undefined within one commune, and where the place of one of them is not known: left out rather than guessed. */
export const distanceKm = (one: string, other: string): number | undefined => {
  const [a, b] = [known().get(one), known().get(other)]
  return one === other || !a || !b ? undefined : Math.max(1, Math.round(kmBetween(a, b)))
}

/** The communes that lie within so many kilometres of this one, itself first. A small one counts where the middle of its intercommunal body is. */
export const communesWithin = (code: string, km: number): string[] => {
  const centre = rough().get(code)
  if (!centre) return [code]
  const within = [code]
  for (const [other, place] of rough()) if (other !== code && isWithin(centre, place, km)) within.push(other)
  return within
}

/** Whether the one lies within so many kilometres of the other, as `communesWithin` counts, and the same both ways. */
export const areWithin = (one: string, other: string, km: number): boolean => {
  const [a, b] = [rough().get(one), rough().get(other)]
  return one === other || (a !== undefined && b !== undefined && isWithin(a, b, km))
}

/** A degree of latitude is 111 km: what is farther north or south needs no trigonometry. */
const isWithin = (one: Place, other: Place, km: number): boolean =>
  Math.abs(one.latitude - other.latitude) * 111 <= km && kmBetween(one, other) <= km

const rough = (): Map<string, Place> => (roughPlaces ??= loadRough())

const loadRough = (): Map<string, Place> => {
  const middles = new Map<string, Place>()
  for (const [area, members] of placedByArea()) middles.set(area, middleOf(members))
  const placeOf = (commune: Commune): Place | undefined =>
    known().get(commune.code) ??
    areasOf(commune.code)
      .map((area) => middles.get(area))
      .find((middle) => middle !== undefined)
  return new Map(
    allCommunes().flatMap((commune) => {
      const place = placeOf(commune)
      return place ? [[commune.code, place] as const] : []
    }),
  )
}

const placedByArea = (): Map<string, Place[]> => {
  const members = new Map<string, Place[]>()
  for (const [code, place] of known()) {
    for (const area of areasOf(code)) {
      const some = members.get(area)
      if (some) some.push(place)
      else members.set(area, [place])
    }
  }
  return members
}

const middleOf = (members: readonly Place[]): Place => ({
  latitude: members.reduce((sum, { latitude }) => sum + latitude, 0) / members.length,
  longitude: members.reduce((sum, { longitude }) => sum + longitude, 0) / members.length,
})
