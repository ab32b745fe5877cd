const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The instant at which a calendar day starts in Paris: one or two hours before midnight UTC. */
export const startOfParisDay = (day: string): Date => {
  const midnight = new Date(`${day}T00:00:00Z`)
  const [hours = 0] = clock.format(midnight).split(':').map(Number)
  return new Date(midnight.getTime() - hours * 3_600_000)
}
