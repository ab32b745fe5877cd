import type { giveProxy as endpoint } from '@mutuo/shared/ballots/proxy.endpoints.ts'
import { checkProxy, type ProxyHolder } from '@mutuo/shared/ballots/proxy.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import { proxyGiven } from './ballot.events.ts'
import type { ProxyRecord } from './ballot.model.ts'
import { mayGiveProxy } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { voicesIn } from './voices.ts'

/** A firm that will be absent puts its voice into other hands, for this ballot only. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, VOTED_ALREADY, PROXY_GIVEN, PROXY_CIRCLE, PROXY_LIMIT_REACHED, PROXY_NOT_COLLEAGUE */
export const giveProxy = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayGiveProxy(viewer, ballot, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const giverId = organisationOf(viewer)
    checkProxy(voicesIn(ballot), giverId, input.holder)
    await assertColleague(giverId, input.holder, tx)
    const proxy: ProxyRecord = {
      _id: input.id,
      giverId,
      holder: input.holder,
      state: 'given',
      instruction: input.instruction ?? null,
      givenAt: now,
      endedAt: null,
    }
    const changed = await ballotStore.change(ballot, { proxies: [...ballot.proxies, proxy] }, tx)
    const after = { ballotId: ballot._id, giverId, holder: input.holder }
    await audit({ actor: { userId: viewer.userId }, action: 'proxy.give', object: `proxy:${proxy._id}`, after, ip }, tx)
    tx.emit(proxyGiven(changed, proxy))
    return changed
  })

/** @throws PROXY_NOT_COLLEAGUE */
const assertColleague = async (firmId: string, holder: ProxyHolder, tx: Transaction): Promise<void> => {
  if (holder.kind !== 'colleague') return
  const colleagues = (await organisations.peopleOf([firmId], tx)).get(firmId) ?? []
  const isMember = colleagues.some(({ userId, role }) => userId === holder.userId && role === 'member')
  if (!isMember) throw new DomainError('PROXY_NOT_COLLEAGUE')
}
