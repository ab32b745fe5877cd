import { DomainError } from '../errors/domain-error.ts'
import { sumMinor, timesMinor } from '../money/money.ts'
import type { NeedState } from './need.schema.ts'

export type Deadlines = { gatheringClosesAt: Date; bidsCloseAt: Date; voteClosesAt: Date; startsOn: string }
type Plan = Deadlines & {
  minFirms: number
  targetFirms: number
  lots: readonly { kind: 'common' | 'own'; targetMinor: number }[]
  minimumShareMinor?: number | undefined
  rules: Negotiated['rules']
}
type Negotiated = { bidsCloseAt: Date; rules: { negotiationDays?: number | undefined } }
type Dated = {
  state: NeedState
  content: Deadlines & { rules: { bidsDuringGathering: boolean; bidsSealed: boolean; negotiationDays?: number | undefined } }
}

/**
 * A plan that can be kept: something to buy, a target that reaches the minimum, deadlines ahead and in their order, work after the vote.
 * @throws LOTS_MISSING, TARGET_BELOW_MINIMUM, MINIMUM_SHARE_TOO_HIGH, DEADLINE_PAST, DEADLINES_OUT_OF_ORDER
 */
export const checkPlan = (plan: Plan, now: Date): void => {
  if (plan.lots.every((lot) => lot.targetMinor === 0)) throw new DomainError('LOTS_MISSING')
  if (plan.targetFirms < plan.minFirms) throw new DomainError('TARGET_BELOW_MINIMUM', { minFirms: plan.minFirms })
  if (isMinimumShareTooHigh(plan)) throw new DomainError('MINIMUM_SHARE_TOO_HIGH', { targetFirms: plan.targetFirms })
  checkAhead(plan, now)
  checkOrder(plan)
}

/** All minimums together would pass the price that the group hopes for. */
const isMinimumShareTooHigh = ({ lots, targetFirms, minimumShareMinor = 0 }: Plan) => {
  const priceOf = (kind: 'common' | 'own') => sumMinor(lots.filter((lot) => lot.kind === kind).map((lot) => lot.targetMinor))
  return timesMinor(minimumShareMinor - priceOf('own'), targetFirms) > priceOf('common')
}

/** @throws DEADLINE_PAST */
export const checkAhead = ({ gatheringClosesAt }: Deadlines, now: Date): void => {
  if (gatheringClosesAt <= now) throw new DomainError('DEADLINE_PAST')
}

/** @throws DEADLINES_OUT_OF_ORDER */
export const checkOrder = ({
  gatheringClosesAt,
  bidsCloseAt,
  voteClosesAt,
  startsOn,
  rules,
}: Deadlines & Pick<Negotiated, 'rules'>): void => {
  const isOrdered =
    gatheringClosesAt < bidsCloseAt &&
    voteOpensAt({ bidsCloseAt, rules }) < voteClosesAt &&
    startsOn >= voteClosesAt.toISOString().slice(0, 10)
  if (!isOrdered) throw new DomainError('DEADLINES_OUT_OF_ORDER')
}

type Extended = Omit<Deadlines, 'startsOn'>

/**
 * Later deadlines of a need that still gathers or receives bids: none comes earlier, one at least is later, and the one that has passed stays.
 * @throws STALE_STATE, DEADLINE_PAST, DEADLINE_NOT_LATER, DEADLINES_OUT_OF_ORDER
 */
export const checkExtension = ({ state, content }: Pick<Dated, 'state' | 'content'>, extended: Extended, now: Date): void => {
  if (state !== 'gathering' && state !== 'bidding') throw new DomainError('STALE_STATE')
  if (closingOf({ state, content }) < now) throw new DomainError('DEADLINE_PAST')
  const names = ['gatheringClosesAt', 'bidsCloseAt', 'voteClosesAt'] as const
  const isLater = names.some((name) => extended[name] > content[name]) && names.every((name) => extended[name] >= content[name])
  const isPastMoved = state === 'bidding' && extended.gatheringClosesAt > content.gatheringClosesAt
  if (!isLater || isPastMoved) throw new DomainError('DEADLINE_NOT_LATER')
  checkOrder({ ...extended, rules: content.rules, startsOn: extended.voteClosesAt.toISOString().slice(0, 10) })
}

/** The deadline that binds next, or that bound last. */
export const closingOf = ({ state, content }: Pick<Dated, 'state' | 'content'>): Date => {
  if (state === 'draft' || state === 'review' || state === 'gathering') return content.gatheringClosesAt
  if (state === 'negotiating') return voteOpensAt(content)
  return state === 'bidding' ? content.bidsCloseAt : content.voteClosesAt
}

const DAY_MS = 86_400_000

/** When bids close, or once the days are over that the group gives itself to ask for other terms. */
export const voteOpensAt = ({ bidsCloseAt, rules }: Negotiated): Date =>
  new Date(bidsCloseAt.getTime() + (rules.negotiationDays ?? 0) * DAY_MS)

export const hasNegotiation = ({ rules }: Pick<Negotiated, 'rules'>): boolean => (rules.negotiationDays ?? 0) > 0

/** Before the vote prices may still change, and who excludes whom counts for nobody yet (decision 012). */
export const isBeforeVote = (state: NeedState): boolean => state === 'gathering' || state === 'bidding' || state === 'negotiating'

/** Its price is still open: afterwards the mission says what each pays, or nobody pays. */
export const isPriceOpen = (state: NeedState): boolean =>
  state === 'draft' || state === 'review' || isBeforeVote(state) || state === 'voting'

/** Firms may join, change and leave. The deadline binds when the request arrives, whether a job has run or not. */
export const isGathering = ({ state, content }: Pick<Dated, 'state' | 'content'>, now: Date): boolean =>
  state === 'gathering' && now <= content.gatheringClosesAt

export const areBidsOpen = ({ state, content }: Dated, now: Date): boolean =>
  (state === 'bidding' || (state === 'gathering' && content.rules.bidsDuringGathering)) && now <= content.bidsCloseAt

/** Nobody but its author reads a bid, until all of them open together. */
export const areBidsSealed = ({ state, content }: Dated): boolean =>
  content.rules.bidsSealed && (state === 'gathering' || state === 'bidding')

/** Bids can be read by the group and still change: it may ask for other terms. */
export const areTermsOpen = (need: Dated, now: Date): boolean =>
  need.state === 'negotiating' ? now <= voteOpensAt(need.content) : areBidsOpen(need, now) && !areBidsSealed(need)

/** Until when terms may be asked for, as things stand. */
export const termsCloseAt = ({ state, content }: Pick<Dated, 'state' | 'content'>): Date =>
  state === 'negotiating' || hasNegotiation(content) ? voteOpensAt(content) : content.bidsCloseAt
