const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The instant at which a calendar day starts in Paris: one or two hours before midnight UTC. */
export const startOfParisDay = (day: string): Date => {
  const midnight = new Date(`${day}T00:00:00Z`)
  const [hours = 0] = clock.format(midnight).split(':').map(Number)
  return new Date(midnight.getTime() - hours * 3_600_000)
}

/** Late enough for a shop, early enough for the association: the hour at which our deadlines fall. */
const EVENING = 18

export const eveningInParis = (day: string): Date => {
  const evening = new Date(`${day}T${EVENING}:00:00Z`)
  const [hours = EVENING] = clock.format(evening).split(':').map(Number)
  return new Date(evening.getTime() - (hours - EVENING) * 3_600_000)
}
