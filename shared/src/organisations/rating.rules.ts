import type { ShownRating } from './organisation.schema.ts'

/** With fewer firms one firm's mark could be told. */
export const FEWEST_FIRMS = 3

/** What is kept of the reviews of a freelancer that everybody may count. `firms` are different ones: a firm that came back counts once. */
export type Rating = { reviews: number; firms: number; groups: number; overallSum: number }

/** With one decimal, as it is said: 4,8. */
export const averageOf = (sum: number, count: number): number => Math.round((sum * 10) / count) / 10

/** What may be said of a freelancer's reviews, or nothing as long as fewer than three firms have given one. */
export const shownRating = (rating: Rating | null | undefined): ShownRating | undefined =>
  rating && rating.firms >= FEWEST_FIRMS
    ? { average: averageOf(rating.overallSum, rating.reviews), reviews: rating.reviews, groups: rating.groups }
    : undefined
