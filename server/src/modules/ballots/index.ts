import type { Transaction } from '../../platform/mongo/transaction.ts'
import type { BallotRecord } from './ballot.model.ts'
import { ballotStore } from './ballot.store.ts'

/** What later modules may ask of ballots. */
export const ballots = {
  find: (ballotId: string, tx?: Transaction): Promise<BallotRecord | null> => ballotStore.find(ballotId, tx),
  latestOfNeed: (needId: string): Promise<BallotRecord | null> => ballotStore.latestOfNeed(needId),
  tiedOfGroups: (groupIds: string[]): Promise<BallotRecord[]> => ballotStore.ofGroupsInStates(groupIds, ['tied']),
}
