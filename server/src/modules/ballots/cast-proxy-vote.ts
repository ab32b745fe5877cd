import type { castProxyVote as endpoint } from '@mutuo/shared/ballots/proxy.endpoints.ts'
import { proxiesHeldBy } from '@mutuo/shared/ballots/proxy.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { mayVoteForAnother } from './ballot.policy.ts'
import { getVisibleBallot } from './ballot.view.ts'
import { takeVote } from './take-vote.ts'

/** A firm votes for the one that gave it its voice; its first use makes the proxy one that is taken back no more. @throws NOT_FOUND, NOT_A_VOTER, BALLOT_CLOSED, CHOICES_INCOMPLETE */
export const castProxyVote = ({ viewer, input: { ballotId, proxyId, ...paper }, now }: Call<typeof endpoint>) =>
  transaction(async (tx) => {
    const ballot = await getVisibleBallot(viewer, ballotId, tx)
    allow(mayVoteForAnother(viewer, ballot, now))
    const proxy = proxiesHeldBy(ballot.proxies, organisationOf(viewer)).find(({ _id }) => _id === proxyId)
    if (!proxy) throw new DomainError('NOT_FOUND')
    return takeVote(ballot, { firmId: proxy.giverId, paper, hand: 'proxy', userId: viewer.userId, now }, tx)
  })
