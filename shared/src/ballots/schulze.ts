import { placeOf, type Vote } from './vote.ts'

/** Heads that prefer one bid to another. */
export type Duel = { bidId: string; overBidId: string; heads: number }

/** Every pair of bids with the number of voters who rank the first above the second. */
export const duelsOf = (bidIds: readonly string[], votes: readonly Vote[]): Duel[] =>
  bidIds.flatMap((bidId) =>
    bidIds
      .filter((overBidId) => overBidId !== bidId)
      .map((overBidId) => ({
        bidId,
        overBidId,
        heads: votes.filter(({ choice }) => choice.kind === 'ranked' && placeOf(choice.ranking, bidId) < placeOf(choice.ranking, overBidId))
          .length,
      })),
  )

/** Each pair once, the stronger side first, with how many stand against it; the clearest duels first. */
export const pairsOf = (duels: readonly Duel[]): (Duel & { against: number })[] =>
  duels
    .map((duel) => ({
      ...duel,
      against: duels.find((back) => back.bidId === duel.overBidId && back.overBidId === duel.bidId)?.heads ?? 0,
    }))
    .filter(({ bidId, overBidId, heads, against }) => heads > against || (heads === against && bidId < overBidId))
    .sort((a, b) => b.heads - b.against - (a.heads - a.against) || b.heads - a.heads)

/** Whether one bid beats another by the Schulze method: its strongest chain of won duels is stronger than the one back (winning votes). */
export const schulze = (bidIds: readonly string[], duels: readonly Duel[]): ((bidId: string, overBidId: string) => boolean) => {
  const heads = new Map(duels.map((duel) => [`${duel.bidId} ${duel.overBidId}`, duel.heads]))
  const won = (a: string, b: string) => heads.get(`${a} ${b}`) ?? 0
  const paths = bidIds.map((a) => bidIds.map((b) => (won(a, b) > won(b, a) ? won(a, b) : 0)))
  for (const middle of bidIds.keys()) {
    for (const from of bidIds.keys()) {
      for (const to of bidIds.keys()) {
        paths[from]![to] = Math.max(paths[from]![to]!, Math.min(paths[from]![middle]!, paths[middle]![to]!))
      }
    }
  }
  return (a, b) => paths[bidIds.indexOf(a)]![bidIds.indexOf(b)]! > paths[bidIds.indexOf(b)]![bidIds.indexOf(a)]!
}
