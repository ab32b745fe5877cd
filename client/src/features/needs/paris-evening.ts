const zone = 'Europe/Paris'
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
const hourFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' })

/** The hour at which our deadlines fall: late enough for a shop, early enough for the association. */
const eveningHour = 18
const dayMs = 86_400_000

/** `2026-12-02`, 18 h in Paris, as an instant. */
export const eveningOf = (day: string): string => {
  const asUtc = new Date(`${day}T${eveningHour}:00:00Z`)
  const shift = Number(hourFormat.format(asUtc)) - eveningHour
  return new Date(asUtc.getTime() - shift * 3_600_000).toISOString()
}

/** The calendar day of an instant in Paris, `2026-12-02`. */
export const parisDay = (at: string | Date): string => dayFormat.format(new Date(at))

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
