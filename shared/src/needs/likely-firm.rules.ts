import { fold } from '../text/fold.ts'

/** A firm as its neighbours know it: its trade (a NAF code), its shop's street and town. */
export type Neighbour = { firmId: string; activity: string | null; street: string; communeCode: string }
/** What the group saw a firm look for: a need that it led or joined, published among the members. */
export type PastWish = { firmId: string; skill: string; at: Date }

export type ShareReason =
  { code: 'same_trade' } | { code: 'close_trade' } | { code: 'same_street' } | { code: 'sought'; skill: string; months: number }

export type LikelyFirm = { firmId: string; reasons: ShareReason[] }

const WEIGHT: Record<ShareReason['code'], number> = { sought: 4, same_trade: 3, same_street: 2, close_trade: 1 }
/** Older wishes say little about today. */
const OLDEST_MONTHS = 24
const MONTH_MS = 30.44 * 86_400_000
const DIVISION_DIGITS = 2

type Asked = { me: Neighbour; others: readonly Neighbour[]; wishes: readonly PastWish[]; skills: readonly string[] }

/** The firms that could share a need of mine, each with its reasons, those with the best ones first. A firm without a reason is nobody's business. */
export const likelyFirmsOf = ({ me, others, wishes, skills }: Asked, now: Date, most: number): LikelyFirm[] =>
  others
    .filter((other) => other.firmId !== me.firmId)
    .map((other) => ({ firmId: other.firmId, reasons: reasonsOf(me, other, latestWish(other.firmId, wishes, skills, now)) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || (a.firmId < b.firmId ? -1 : 1))
    .slice(0, most)

const reasonsOf = (me: Neighbour, other: Neighbour, sought: ShareReason | null): ShareReason[] => [
  ...(sought ? [sought] : []),
  ...tradeReasons(me.activity, other.activity),
  ...(isSameStreet(me, other) ? [{ code: 'same_street' } as const] : []),
]

const tradeReasons = (mine: string | null, other: string | null): ShareReason[] => {
  if (mine === null || other === null) return []
  if (mine === other) return [{ code: 'same_trade' }]
  return mine.slice(0, DIVISION_DIGITS) === other.slice(0, DIVISION_DIGITS) ? [{ code: 'close_trade' }] : []
}

const isSameStreet = (me: Neighbour, other: Neighbour): boolean =>
  me.communeCode === other.communeCode && streetOf(me) !== '' && streetOf(me) === streetOf(other)

/** Without its number: `12 bis rue Gambetta` is `rue gambetta`. */
const streetOf = ({ street }: Neighbour): string => fold(street).replace(/^\d+\s*(?:(?:bis|ter|quater|[a-d])\s+)?/, '')

const latestWish = (firmId: string, wishes: readonly PastWish[], skills: readonly string[], now: Date): ShareReason | null => {
  const latest = wishes
    .filter((wish) => wish.firmId === firmId && skills.includes(wish.skill) && wish.at <= now)
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0]
  if (!latest) return null
  const months = Math.floor((now.getTime() - latest.at.getTime()) / MONTH_MS)
  return months <= OLDEST_MONTHS ? { code: 'sought', skill: latest.skill, months } : null
}

const weightOf = ({ reasons }: LikelyFirm): number => reasons.reduce((sum, { code }) => sum + WEIGHT[code], 0)
