import { fold } from '@mutuo/shared/text/fold.ts'

export { fold }

const SHORTEST_PREFIX = 2
const LONGEST_WORD = 20

/** The words of some texts and the beginnings of each, for a search while typing that needs no text index: `boulange` finds `Boulangerie`. */
export const searchTokensOf = (texts: readonly string[], most = 400): string[] => {
  const tokens = new Set<string>()
  for (const word of texts.flatMap((text) => fold(text).split(' '))) {
    const kept = word.slice(0, LONGEST_WORD)
    for (let length = Math.min(SHORTEST_PREFIX, kept.length); length <= kept.length; length += 1)
      if (length > 0) tokens.add(kept.slice(0, length))
  }
  return [...tokens].slice(0, most)
}

/** The words of what somebody looks for, to be found all of them in `searchTokens`. */
export const searchedTokens = (typed: string): string[] =>
  [
    ...new Set(
      fold(typed)
        .split(' ')
        .map((word) => word.slice(0, LONGEST_WORD)),
    ),
  ].filter((word) => word.length >= SHORTEST_PREFIX)
