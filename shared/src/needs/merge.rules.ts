import { DomainError } from '../errors/domain-error.ts'
import { isGathering } from './need.rules.ts'
import type { NeedState } from './need.schema.ts'

type Joinable = {
  id: string
  groupId: string
  state: NeedState
  bidCount: number
  content: {
    gatheringClosesAt: Date
    bidsCloseAt: Date
    voteClosesAt: Date
    startsOn: string
    rules: { bidsDuringGathering: boolean; bidsSealed: boolean }
  }
}
export type MergeAnswer = { firmId: string; accepts: boolean; at: Date }

/** Pledges move before the first of the two needs closes, and not in its last hour: the firms must still be able to look at what they are in. */
const HOUR_MS = 3_600_000

/**
 * Whether two needs can become one: both of one group, both gathering, none with a bid, since a bid is a price for one need.
 * @throws MERGE_WITH_ITSELF, MERGE_ACROSS_GROUPS, NEED_NOT_OPEN, MERGE_AFTER_BIDS
 */
export const checkMergeable = (one: Joinable, other: Joinable, now: Date): void => {
  if (one.id === other.id) throw new DomainError('MERGE_WITH_ITSELF')
  if (one.groupId !== other.groupId) throw new DomainError('MERGE_ACROSS_GROUPS')
  if (!isGathering(one, now) || !isGathering(other, now)) throw new DomainError('NEED_NOT_OPEN')
  if (one.bidCount > 0 || other.bidCount > 0) throw new DomainError('MERGE_AFTER_BIDS')
}

/** The date until which firms answer: ahead, and an hour before either need closes. @throws DEADLINE_PAST, MERGE_DATE_TOO_LATE */
export const checkAnswersBy = (answersBy: Date, closings: readonly Date[], now: Date): void => {
  if (answersBy <= now) throw new DomainError('DEADLINE_PAST')
  if (closings.some((closing) => answersBy.getTime() > closing.getTime() - HOUR_MS)) throw new DomainError('MERGE_DATE_TOO_LATE')
}

export type Standing = { accepted: string[]; refused: string[]; waiting: string[] }

/** Where the firms of the absorbed need stand: each by its last answer. Whoever leads that need has said yes with the merge itself. */
export const standingOfMerge = (firmIds: readonly string[], answers: readonly MergeAnswer[], leaderId: string): Standing => {
  const last = new Map([...answers].sort((a, b) => a.at.getTime() - b.at.getTime()).map(({ firmId, accepts }) => [firmId, accepts]))
  const saidBy = (firmId: string) => (firmId === leaderId ? true : last.get(firmId))
  return {
    accepted: firmIds.filter((firmId) => saidBy(firmId) === true),
    refused: firmIds.filter((firmId) => saidBy(firmId) === false),
    waiting: firmIds.filter((firmId) => saidBy(firmId) === undefined),
  }
}

/** Nobody is waited for any more, or not any longer. */
export const isMergeRipe = ({ waiting }: Standing, answersBy: Date, now: Date): boolean => waiting.length === 0 || now >= answersBy
