import { useQueries } from '@tanstack/react-query'
import { getBallot } from '@mutuo/shared/ballots/ballot.endpoints.ts'
import type { GroupCard } from '@mutuo/shared/groups/group.schema.ts'
import { listShareOffers } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import type { MissionCard } from '@mutuo/shared/missions/mission.schema.ts'
import { getNeed } from '@mutuo/shared/needs/need.endpoints.ts'
import type { NeedCard } from '@mutuo/shared/needs/need.schema.ts'
import { call } from '../../platform/api.ts'
import { paths } from '../../platform/paths.ts'
import { keyOf, useAnswer } from '../../platform/use-endpoint.ts'

export type Task = { kind: 'payment' | 'offer' | 'acceptance' | 'vote' | 'charter'; title: string; to: string; dueAt?: string | undefined }
type Answers = { missions: readonly MissionCard[]; needs: readonly NeedCard[]; groups: readonly GroupCard[] }

/** What only this firm can do, money first: shares to pay or to take over, work to accept, votes to give, a charter to sign again. */
export const useTasks = ({ missions, needs, groups }: Answers): Task[] => {
  const votes = useOpenVotes(needs)
  const ofMissions = (kind: 'payment' | 'acceptance'): Task[] =>
    missions.filter(({ waitsFor }) => waitsFor === kind).map(({ id, title }) => ({ kind, title, to: paths.mission(id) }))
  const charters = groups
    .filter(({ myMembership }) => myMembership?.state === 'active' && !myMembership.charterSigned)
    .map(({ id, name }): Task => ({ kind: 'charter', title: name, to: paths.group(id) }))
  const offers = useAnswer(listShareOffers, {}).data?.items ?? []
  const proposed = offers
    .filter(({ abilities }) => abilities.some(({ move, allowed }) => move === 'decline' && allowed))
    .map(({ id, missionTitle, expiresAt }): Task => ({ kind: 'offer', title: missionTitle, to: paths.shareOffer(id), dueAt: expiresAt }))
  return [...ofMissions('payment'), ...proposed, ...ofMissions('acceptance'), ...votes, ...charters]
}

/** A list does not say whether one has voted: the ballot does. */
const useOpenVotes = (needs: readonly NeedCard[]): Task[] => {
  const voting = needs.filter(({ state, isParticipating }) => state === 'voting' && isParticipating)
  const answers = useQueries({
    queries: voting.map(({ id }) => ({ queryKey: keyOf(getNeed, { needId: id }), queryFn: () => call(getNeed, { needId: id }) })),
  })
  const ballotIds = answers.flatMap(({ data }) => data?.ballotId ?? [])
  const ballots = useQueries({
    queries: ballotIds.map((ballotId) => ({ queryKey: keyOf(getBallot, { ballotId }), queryFn: () => call(getBallot, { ballotId }) })),
  })
  return ballots.flatMap(({ data: ballot }): Task[] =>
    ballot && !ballot.myVote && ballot.abilities.some(({ move, allowed }) => move === 'vote' && allowed)
      ? [{ kind: 'vote', title: ballot.needTitle, to: paths.ballot(ballot.needId, ballot.id), dueAt: ballot.closesAt }]
      : [],
  )
}
