import type { enterVote as endpoint } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import { proxyOf } from '@mutuo/shared/ballots/proxy.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { voteEntered } from './ballot.events.ts'
import { isElector, mayEnterVote } from './ballot.policy.ts'
import { ballotStore } from './ballot.store.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { takeVote } from './take-vote.ts'

/** What a member said on the telephone, written down by the association: logged, told to the firm, which may change it. @throws NOT_FOUND, ASSOCIATION_ONLY, NOT_A_VOTER, VOTED_ALREADY, PROXY_GIVEN, BALLOT_CLOSED */
export const enterVote = ({ viewer, input: { ballotId, firmId, ...paper }, now, ip }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, ballotId, tx)
    const { associationId } = await groups.get(ballot.groupId, tx)
    allow(mayEnterVote(viewer, ballot, associationId, now))
    if (!isElector(firmId, ballot)) throw new DomainError('NOT_A_VOTER')
    if (proxyOf(ballot.proxies, firmId)) throw new DomainError('PROXY_GIVEN')
    const former = await ballotStore.voteOf(ballot, firmId, tx)
    if (former && former.acts.at(-1)?.hand !== 'association') throw new DomainError('VOTED_ALREADY')
    const touched = await takeVote(ballot, { firmId, paper, hand: 'association', userId: viewer.userId, now }, tx)
    await audit({ actor: { userId: viewer.userId }, action: 'vote.enter', object: `ballot:${ballotId}`, after: { firmId }, ip }, tx)
    tx.emit(voteEntered(touched, firmId))
    return touched
  })
