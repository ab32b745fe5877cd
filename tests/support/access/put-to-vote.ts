import type { BallotView } from '@mutuo/shared/ballots/ballot.schema.ts'
import type { BidView } from '@mutuo/shared/bids/bid.schema.ts'
import { anOpenNeed, getNeed } from '../builders/need.ts'
import { bidOnPage, getBallot, pledgeWithCard } from '../builders/mission.ts'
import { ok } from '../personas.ts'
import type { World } from './access-row.ts'

/** Needs of the table are for the group's members and for freelancers with their skills: a public one has nobody to hide from. */
export const amongMembers = { rules: { visibility: 'group' as const } }

export type PutToVote = { needId: string; bid: BidView; ballot: BallotView }

/** A need of the group on which its firms vote: all have pledged, the freelancer has bid. */
export const putToVote = async ({ app, group, people }: World): Promise<PutToVote> => {
  const need = await anOpenNeed(people.smeOwner, group.id, amongMembers)
  for (const owner of group.owners) await pledgeWithCard(owner, need.id)
  const bid = await bidOnPage(people.freelancer, need)
  ok(await people.smeOwner.post(`/needs/${need.id}/bidding`))
  await app.drain()
  ok(await people.smeOwner.post(`/needs/${need.id}/vote`))
  await app.drain()
  const { ballotId } = await getNeed(people.smeOwner, need.id)
  return { needId: need.id, bid, ballot: await getBallot(people.smeOwner, ballotId ?? '') }
}
