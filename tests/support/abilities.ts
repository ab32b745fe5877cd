type Shown = { abilities: readonly { move: string; allowed: boolean; reason?: string | undefined }[] }

/** A view's buttons by name: `true`, or the code of the reason why not. */
export const movesOf = ({ abilities }: Shown): Record<string, true | string> =>
  Object.fromEntries(abilities.map(({ move, allowed, reason }) => [move, allowed || (reason ?? '')]))
