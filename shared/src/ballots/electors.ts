/** Those who still take part: who left the ballot counts for nothing, nor does what it weighed. */
export const presentElectors = <E extends { left: object | null }>(electors: readonly E[]): E[] =>
  electors.filter(({ left }) => left === null)
