import type { BallotView, ProxyView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { isLive, possibleHolders } from '@mutuo/shared/ballots/proxy.rules.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import { organisations } from '../organisations/index.ts'
import type { BallotReader } from './ballot-reader.ts'
import type { ProxyRecord } from './ballot.model.ts'
import { mayGiveProxy, mayRevokeProxy, mayVoteForAnother } from './ballot.policy.ts'
import { presentVote } from './vote.view.ts'
import { voicesIn } from './voices.ts'

/** Who votes for whom is known to all who vote; what the giver asks for, and what was said with it, to the two alone. */
export const presentProxies = (reader: BallotReader): ProxyView[] => reader.ballot.proxies.map((proxy) => presentProxy(proxy, reader))

const presentProxy = (proxy: ProxyRecord, reader: BallotReader): ProxyView => {
  const { viewer, votes, mark } = reader
  const { _id, giverId, holder, state, instruction, givenAt, endedAt } = proxy
  const isMine = giverId === viewer.organisationId
  const isForMe = holder.kind === 'firm' ? holder.firmId === viewer.organisationId : holder.userId === viewer.userId
  const vote = (isMine || isForMe) && holder.kind === 'firm' && isLive(proxy) ? votes.find(({ firmId }) => firmId === giverId) : undefined
  return {
    id: _id,
    giver: mark(giverId),
    ...(holder.kind === 'firm' && { holder: mark(holder.firmId) }),
    state,
    givenAt: givenAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    isMine,
    isForMe,
    ...(instruction !== null && (isMine || isForMe) && { instruction }),
    ...(vote && { vote: presentVote(vote) }),
    abilities: abilitiesOn(proxy, { isMine, isHeld: isForMe && holder.kind === 'firm' }, reader),
  }
}

type Sides = { isMine: boolean; isHeld: boolean }

const abilitiesOn = (
  proxy: ProxyRecord,
  { isMine, isHeld }: Sides,
  { ballot, viewer, group, now }: BallotReader,
): ProxyView['abilities'] => {
  if (!isLive(proxy) || ballot.state !== 'open') return []
  const unlessFrozen = (decision: Decision) => (decision.allowed && group.state === 'frozen' ? no('GROUP_FROZEN') : decision)
  const mayRevoke = proxy.state === 'used' ? no('PROXY_USED') : mayRevokeProxy(viewer, ballot, now)
  return [
    ...(isHeld ? [abilityOf('vote', unlessFrozen(mayVoteForAnother(viewer, ballot, now)))] : []),
    ...(isMine ? [abilityOf('revoke', unlessFrozen(mayRevoke))] : []),
  ]
}

/** The firms and the colleagues into whose hands the viewer's firm could put its voice now. */
export const holdersFor = async ({ ballot, viewer, now, mark }: BallotReader): Promise<BallotView['possibleHolders']> => {
  const firmId = viewer.organisationId
  if (!firmId || !mayGiveProxy(viewer, ballot, now).allowed) return { firms: [], colleagues: [] }
  const people = (await organisations.peopleOf([firmId])).get(firmId) ?? []
  return {
    firms: possibleHolders(voicesIn(ballot), firmId).map(mark),
    colleagues: people.filter(({ role }) => role === 'member').map(({ userId, name }) => ({ userId, name })),
  }
}
