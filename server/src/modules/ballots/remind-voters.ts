import type { remindVoters as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { presentElectors } from '@mutuo/shared/ballots/electors.ts'
import { proxyOf } from '@mutuo/shared/ballots/proxy.rules.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { votersReminded } from './ballot.events.ts'
import type { BallotRecord } from './ballot.model.ts'
import { mayRemind } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'

/** Whoever has to do something: of a firm that gave its voice to another, the other. */
const awaitedFirms = ({ electors, votedFirmIds, proxies }: BallotRecord): string[] => {
  const missing = presentElectors(electors).filter(({ firmId }) => !votedFirmIds.includes(firmId))
  const handOf = (firmId: string) => {
    const holder = proxyOf(proxies, firmId)?.holder
    return holder?.kind === 'firm' ? holder.firmId : firmId
  }
  return [...new Set(missing.map(({ firmId }) => handOf(firmId)))]
}

/** Tells those who have not voted, once a day at most. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, ALREADY_REMINDED */
export const remindVoters = ({ viewer, input, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    const group = await groups.get(ballot.groupId, tx)
    allow(mayRemind(viewer, ballot, group.associationId, now))
    const reminded = await ballotStore.change(ballot, { remindedAt: now }, tx)
    tx.emit(votersReminded(reminded, awaitedFirms(ballot)))
    return { done: true as const }
  })
