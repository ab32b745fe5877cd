import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import { unruledConflicts } from '@mutuo/shared/ballots/objection.rules.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { BallotRecord } from './ballot.model.ts'
import { ballotStore } from './ballot.store.ts'

/** What later modules may ask of ballots. */
export const ballots = {
  find: (ballotId: string, tx?: Transaction): Promise<BallotRecord | null> => ballotStore.find(ballotId, tx),
  latestOfNeed: (needId: string): Promise<BallotRecord | null> => ballotStore.latestOfNeed(needId),
  tiedOfGroups: (groupIds: string[]): Promise<BallotRecord[]> => ballotStore.ofGroupsInStates(groupIds, ['tied']),

  /** Everybody who may vote has, and nothing is left to rule on: they can close before their time. */
  async completeOfGroups(groupIds: string[]): Promise<BallotRecord[]> {
    const open = await ballotStore.ofGroupsInStates(groupIds, ['open'])
    return open.filter(
      ({ electors, votedFirmIds, objections }) =>
        votedFirmIds.length >= presentElectors(electors).length && unruledConflicts(objections).length === 0,
    )
  },
}
