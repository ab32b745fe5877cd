import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'

type Badge = BidView['badges'][number]

/** What makes a bid stand out among several: said of every bid that shares the best figure. */
export const badgesOf = (views: readonly BidView[]): Map<string, Badge[]> => {
  const cheapest = lowest(views, (view) => view.totalMinor)
  const fastest = lowest(views, (view) => (view.content ? Date.parse(view.content.deliversOn) : undefined))
  return new Map(
    views.map(({ id }) => [
      id,
      [...(cheapest.has(id) ? ['cheapest_total' as const] : []), ...(fastest.has(id) ? ['fastest' as const] : [])],
    ]),
  )
}

export const cheapestForMe = (views: readonly BidView[]): Set<string> =>
  lowest(views, (view) => view.mine?.prices.find((price) => price.isNow)?.shareMinor ?? undefined)

const lowest = (views: readonly BidView[], figureOf: (view: BidView) => number | undefined): Set<string> => {
  const figures = views.flatMap((view) => {
    const figure = figureOf(view)
    return figure === undefined ? [] : [{ id: view.id, figure }]
  })
  if (figures.length < 2) return new Set()
  const best = Math.min(...figures.map(({ figure }) => figure))
  return new Set(figures.filter(({ figure }) => figure === best).map(({ id }) => id))
}
