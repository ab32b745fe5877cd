import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import { v7 as newId } from 'uuid'
import type { App } from '../app.ts'
import { aGroupWithMembers, freelancers, ok, type Group, type Persona } from '../personas.ts'
import type { GroupInput } from './group.ts'
import { twoBids, type NeedWithBids } from './bid.ts'
import { getBallot } from './mission.ts'
import { aPledgedNeed, getNeed, type NeedInput } from './need.ts'

export type Vote = NeedWithBids & { ballot: BallotView; voters: Persona[] }

type Rules = Partial<GroupInput['rules']>

/** A group of as many firms, and two freelancers who will bid each time. */
export const aVotingGroup = async (app: App, firms: number, rules: Rules = {}): Promise<{ group: Group; bidders: Persona[] }> => {
  const [group, bidders] = await Promise.all([aGroupWithMembers(app, firms, { rules }), freelancers(app, 2)])
  return { group, bidders }
}

/** All firms of the group have pledged, two freelancers have bid, and the vote is open. */
export const anOpenVote = async (
  app: App,
  { group, bidders }: { group: Group; bidders: Persona[] },
  ballotMethod: NonNullable<NeedInput['rules']['ballotMethod']> = 'score',
): Promise<Vote> => {
  const pledged = await twoBids(await aPledgedNeed(group, group.owners.length, { rules: { ballotMethod } }), bidders)
  const [leader] = group.owners
  await app.drain()
  ok(await leader!.post(`/needs/${pledged.need.id}/bidding`))
  await app.drain()
  ok(await leader!.post(`/needs/${pledged.need.id}/vote`))
  await app.drain()
  const { ballotId } = await getNeed(leader!, pledged.need.id)
  return { ...pledged, ballot: await getBallot(leader!, ballotId ?? ''), voters: group.owners }
}

/** A value for each bid, in their order. */
export const paperOf = ({ bids }: Pick<Vote, 'bids'>, ...values: number[]) => ({
  abstains: false,
  choices: bids.map((bid, at) => ({ bidId: bid.id, value: values[at] ?? 0 })),
})

export const castBy = (voter: Persona, vote: Vote, ...values: number[]) =>
  voter.post(`/ballots/${vote.ballot.id}/votes`, paperOf(vote, ...values))

/** By the leader, once all have voted. */
export const closeVote = ({ ballot, voters }: Vote) => voters[0]!.post(`/ballots/${ballot.id}/closing`)

export const giveProxy = (giver: Persona, to: Persona, { ballot }: Vote, id = newId(), instruction?: string) =>
  giver.post(`/ballots/${ballot.id}/proxies`, {
    id,
    holder: { kind: 'firm', firmId: to.organisationId },
    ...(instruction && { instruction }),
  })
