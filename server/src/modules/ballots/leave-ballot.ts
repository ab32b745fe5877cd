import type { Departure } from '@mutuo/shared/ballots/ballot.schema.ts'
import { isLive } from '@mutuo/shared/ballots/proxy.rules.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { votersChanged } from './ballot.events.ts'
import type { BallotRecord } from './ballot.model.ts'
import { isElector } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'

type Leaving = { firmId: string; why: Departure['why']; reason: string | null; at: Date }

/** A firm takes part no longer: what it said counts for nothing, the proxies it gave and held end, its objections fall, the quorum is of those who stay. */
export const leaveBallot = async (ballot: BallotRecord, { firmId, why, reason, at }: Leaving, tx: Transaction): Promise<BallotRecord> => {
  await ballotStore.removeVote(ballot, firmId, tx)
  const changed = await ballotStore.change(
    ballot,
    {
      electors: ballot.electors.map((elector) => (elector.firmId === firmId ? { ...elector, left: { why, reason, at } } : elector)),
      votedFirmIds: ballot.votedFirmIds.filter((voted) => voted !== firmId),
      proxies: ballot.proxies.map((proxy) => {
        const isTheirs = proxy.giverId === firmId || (proxy.holder.kind === 'firm' && proxy.holder.firmId === firmId)
        return isTheirs && isLive(proxy) ? { ...proxy, state: 'lapsed', endedAt: at } : proxy
      }),
      objections: ballot.objections.map((objection) =>
        objection.firmId === firmId && objection.state === 'raised' ? { ...objection, state: 'lapsed' } : objection,
      ),
    },
    tx,
  )
  tx.emit(votersChanged(changed, firmId))
  return changed
}

type Membership = { groupId: string; firmId: string; at: Date }

/** Suspended, or gone from the group, before the closing: it leaves every ballot that is open. A second delivery finds it gone. */
export const leaveOpenBallots = async ({ groupId, firmId, at }: Membership, why: 'left' | 'suspended'): Promise<void> => {
  for (const { _id } of await ballotStore.ofGroupsInStates([groupId], ['open'])) {
    await transaction(async (tx) => {
      const ballot = await ballotStore.find(_id, tx)
      if (ballot?.state !== 'open' || at > ballot.closesAt || !isElector(firmId, ballot)) return
      await leaveBallot(ballot, { firmId, why, reason: null, at }, tx)
    })
  }
}

/** Its suspension is over in time: it takes part again, and votes anew. */
export const returnToOpenBallots = async ({ groupId, firmId, at }: Membership): Promise<void> => {
  for (const { _id } of await ballotStore.ofGroupsInStates([groupId], ['open'])) {
    await transaction(async (tx) => {
      const ballot = await ballotStore.find(_id, tx)
      const own = ballot?.electors.find((elector) => elector.firmId === firmId)
      if (ballot?.state !== 'open' || at > ballot.closesAt || own?.left?.why !== 'suspended') return
      const electors = ballot.electors.map((elector) => (elector === own ? { ...elector, left: null } : elector))
      tx.emit(votersChanged(await ballotStore.change(ballot, { electors }, tx), firmId))
    })
  }
}
