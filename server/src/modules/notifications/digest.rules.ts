const digestHour = 7

/** The next morning letter: seven o'clock in UTC, eight or nine in Paris. */
export const nextDigestAt = (after: Date): Date => {
  const at = new Date(Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate(), digestHour))
  return at > after ? at : new Date(at.getTime() + 24 * 3600 * 1000)
}
