import type { revokeProxy as endpoint } from '@mutuo/shared/ballots/proxy.endpoints.ts'
import { proxyProcess } from '@mutuo/shared/ballots/proxy.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { proxyRevoked } from './ballot.events.ts'
import { mayRevokeProxy } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'

/** The giver takes its voice back, until it has been used. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, PROXY_USED, STALE_STATE */
export const revokeProxy = ({ viewer, input, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, input.ballotId, tx)
    allow(mayRevokeProxy(viewer, ballot, now))
    await groups.assertNotFrozen(ballot.groupId, tx)
    const proxy = ballot.proxies.find(({ _id, giverId }) => _id === input.proxyId && giverId === viewer.organisationId)
    if (!proxy) throw new DomainError('NOT_FOUND')
    if (proxy.state === 'used') throw new DomainError('PROXY_USED')
    if (!canMove(proxyProcess, proxy.state, 'revoke', 'giver')) throw new DomainError('STALE_STATE')
    const proxies = ballot.proxies.map((one) => (one === proxy ? { ...one, state: 'revoked' as const, endedAt: now } : one))
    const changed = await ballotStore.change(ballot, { proxies }, tx)
    await audit({ actor: { userId: viewer.userId }, action: 'proxy.revoke', object: `proxy:${proxy._id}`, ip }, tx)
    tx.emit(proxyRevoked(changed, proxy))
    return changed
  })
