const [noon, evening] = [12, 18]

/** By the clock of Paris. */
export const partOfDay = (now: Date): 'morning' | 'afternoon' | 'evening' => {
  const hour = Number(
    new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: 'numeric', hourCycle: 'h23' }).format(now).replace(/\D/g, ''),
  )
  return hour < noon ? 'morning' : hour < evening ? 'afternoon' : 'evening'
}
