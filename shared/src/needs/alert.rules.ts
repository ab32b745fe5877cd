import type { AlertRhythm } from './alert.schema.ts'

/** Seven o'clock in UTC, eight or nine in Paris: with the other letters of the morning. */
const LETTER_HOUR = 7
const MONDAY = 1
const DAY_MS = 86_400_000

/** When a need that was just found is told: at once, next morning, or next Monday morning. */
export const tellAlertAt = (rhythm: AlertRhythm, foundAt: Date): Date => {
  if (rhythm === 'immediate') return foundAt
  const day = new Date(Date.UTC(foundAt.getUTCFullYear(), foundAt.getUTCMonth(), foundAt.getUTCDate(), LETTER_HOUR))
  let next = day > foundAt ? day : later(day)
  while (rhythm === 'weekly' && next.getUTCDay() !== MONDAY) next = later(next)
  return next
}

const later = (morning: Date): Date => new Date(morning.getTime() + DAY_MS)

/** One search is one alert, in whatever order its filters are sent. */
export const alertKeyOf = (filters: Record<string, string | number | undefined>): string =>
  JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined && value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
