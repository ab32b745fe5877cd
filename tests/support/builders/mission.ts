import { missions } from '@mutuo/server/modules/missions/index.ts'
import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import type { ContractView } from '@mutuo/shared/missions/contract.schema.ts'
import type { MilestoneView, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import type { GroupRules } from '@mutuo/shared/groups/group.schema.ts'
import type { NeedView } from '@mutuo/shared/needs/need.schema.ts'
import type { App } from '../app.ts'
import { freelancers, ok, type Persona } from '../personas.ts'
import { aBidInput } from './bid.ts'
import { aDraftPledge, aGroupWithOpenNeed, getNeed, type NeedInput, type OpenNeed } from './need.ts'
import { openPayoutOnPage, saveCardBefore } from './payment.ts'

export type Voted = OpenNeed & { bidders: Persona[]; bids: BidView[]; ballot: BallotView }
export type Running = Voted & { missionId: string }

type Said = Partial<NeedInput> & {
  firms?: number
  /** The group's rules, where they are not the usual ones. */ charter?: Partial<GroupRules>
  /** Card numbers of the firms, in their order; the rest have a good one. */ cards?: string[]
}

export const getMission = async (client: Pick<Persona, 'get'>, missionId: string): Promise<MissionView> =>
  ok(await client.get(`/missions/${missionId}`)).body as MissionView

export const getBallot = async (client: Pick<Persona, 'get'>, ballotId: string): Promise<BallotView> =>
  ok(await client.get(`/ballots/${ballotId}`)).body as BallotView

/** Joins with a card that is saved at Stripe, and confirms. */
export const pledgeWithCard = async (owner: Persona, needId: string, card?: string): Promise<void> => {
  const { id, version } = await aDraftPledge(owner, needId)
  await saveCardBefore(owner, card)
  ok(await owner.post(`/pledges/${id}/confirmation`, { version, consents: true }))
}

/** Proves who it is on Stripe's pages, prepares a bid and submits it. */
export const bidOnPage = async (freelancer: Persona, need: NeedView, said: Parameters<typeof aBidInput>[1] = {}): Promise<BidView> => {
  await openPayoutOnPage(freelancer)
  const bid = ok(await freelancer.post(`/needs/${need.id}/bids`, aBidInput(need, said))).body as BidView
  return ok(await freelancer.post(`/bids/${bid.id}/submission`, { version: bid.version })).body as BidView
}

/** A group whose firms have pledged with real cards, two bids, and an open ballot. */
export const aGroupWithOpenBallot = async (app: App, { firms = 3, cards = [], ...said }: Said = {}): Promise<Voted> => {
  const open = await aGroupWithOpenNeed(app, { firms, ...said })
  const [leader] = open.owners
  for (const [at, owner] of open.owners.entries()) await pledgeWithCard(owner, open.need.id, cards[at])
  const bidders = await freelancers(app, 2)
  const bids = [
    await bidOnPage(bidders[0]!, open.need),
    await bidOnPage(bidders[1]!, open.need, { tiers: [{ minFirms: 2, commonMinor: 189_000, perFirmMinor: 15_000 }] }),
  ]
  ok(await leader!.post(`/needs/${open.need.id}/bidding`))
  await app.drain()
  ok(await leader!.post(`/needs/${open.need.id}/vote`))
  await app.drain()
  const { ballotId } = await getNeed(leader!, open.need.id)
  return { ...open, bidders, bids, ballot: await getBallot(leader!, ballotId ?? '') }
}

/** Every firm gives the first bid five and the second two. */
export const voteForFirst = async ({ owners, ballot, bids }: Voted): Promise<void> => {
  for (const owner of owners) {
    const choices = bids.map((bid, at) => ({ bidId: bid.id, value: at === 0 ? 5 : 2 }))
    ok(await owner.post(`/ballots/${ballot.id}/votes`, { abstains: false, choices }))
  }
}

/** A party accepts the contract as it reads now, with its password. */
export const acceptContract = async (party: Persona, missionId: string): Promise<ContractView> => {
  const { version } = ok(await party.get(`/missions/${missionId}/contract`)).body as ContractView
  return ok(await party.post(`/missions/${missionId}/contract/acceptance`, { version, password: party.password })).body as ContractView
}

/** The vote is closed, the first bid chosen, each firm charged its own share as its card allows, and the freelancer has accepted the contract. */
export const anAwardedMission = async (app: App, said: Said = {}): Promise<Running> => {
  const voted = await aGroupWithOpenBallot(app, said)
  await voteForFirst(voted)
  ok(await voted.owners[0]!.post(`/ballots/${voted.ballot.id}/closing`))
  await app.drain()
  const { missionId } = await getNeed(voted.owners[0]!, voted.need.id)
  if (!missionId) throw new Error('the ballot has closed and there is no mission')
  await acceptContract(voted.bidders[0]!, missionId)
  return { ...voted, missionId }
}

/** The freelancer hands over a milestone, the first one unless said. */
export const deliver = async (app: App, { bidders, missionId }: Running, at = 0): Promise<MilestoneView> => {
  const freelancer = bidders[0]!
  const milestone = (await getMission(freelancer, missionId)).milestones[at]!
  const delivery = { version: milestone.version, note: 'Le plan est là.', links: [] }
  ok(await freelancer.post(`/missions/${missionId}/milestones/${milestone.id}/delivery`, delivery))
  await app.drain()
  return milestone
}

/** It hands a milestone over, and the firms accept one after the other until the charter's rule is met: a cent may decide between two and three of four. */
export const deliverAndAccept = async (app: App, running: Running, at = 0): Promise<void> => {
  const { id } = await deliver(app, running, at)
  for (const owner of running.owners) {
    if ((await missions.milestone(running.missionId, id))?.state === 'delivered')
      ok(await owner.post(`/missions/${running.missionId}/milestones/${id}/acceptance`))
  }
  await app.drain()
}
