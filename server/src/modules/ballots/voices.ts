import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import type { BallotRecord } from './ballot.model.ts'

/** What of a ballot decides who may hold whose voice. */
export const voicesIn = ({ electors, votedFirmIds, proxies, rules }: BallotRecord) => ({
  electorIds: presentElectors(electors).map(({ firmId }) => firmId),
  votedIds: votedFirmIds,
  proxies,
  limit: rules.proxiesPerHolder,
})
