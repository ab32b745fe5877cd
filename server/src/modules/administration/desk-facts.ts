import { placesOf } from '@mutuo/shared/ledger/balance.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { ballots } from '../ballots/index.ts'
import { bids } from '../bids/index.ts'
import { billing } from '../billing/index.ts'
import { groups } from '../groups/index.ts'
import { missions } from '../missions/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'

const mostMissions = 200

/** What a desk is made of, read once. */
export type DeskFacts = Awaited<ReturnType<typeof readDeskFacts>>

export const readDeskFacts = async (viewer: Viewer, now: Date) => {
  const associationId = organisationOf(viewer)
  const [own, ownNeeds, ownMissions] = await Promise.all([
    groups.ofAssociation(associationId),
    needs.ofAssociation(associationId),
    missions.ofAssociation(associationId, mostMissions),
  ])
  const missionIds = ownMissions.map((mission) => mission._id)
  const groupIds = own.map((group) => group._id)
  const gatheringIds = ownNeeds.filter((need) => need.state === 'gathering').map((need) => need._id)
  const [milestones, shares, tied, complete, withoutCard, memberships, pending, marks, declinedShareIds, changedBidIds, amendedMissionIds] =
    await Promise.all([
      missions.milestonesOf(missionIds),
      missions.sharesOf(missionIds),
      ballots.tiedOfGroups(groupIds),
      ballots.completeOfGroups(groupIds),
      pledges.withoutCard(gatheringIds),
      groups.activeMembershipsOf(groupIds),
      groups.pendingMembers(viewer, groupIds),
      organisations.marksOf([associationId]),
      billing.declinedShareIds(missionIds),
      bids.agreedChangesOf(ownMissions.map((mission) => mission.bidId)),
      missions.amendedOf(missionIds),
    ])
  const money = await billing.placesFor(
    viewer,
    ownMissions.map((mission) => ({
      mission,
      shares: shares.filter((share) => share.missionId === mission._id),
      milestones: milestones.filter((milestone) => milestone.missionId === mission._id),
    })),
  )
  const entries = [...money.values()].flatMap((one) => one.entries)
  return {
    associationId,
    now,
    groups: own,
    needs: ownNeeds,
    missions: ownMissions,
    milestones,
    shares,
    money,
    entries,
    places: placesOf(entries),
    tied,
    complete,
    withoutCard,
    memberships,
    marks,
    pending,
    declinedShareIds,
    changedBidIds,
    amendedMissionIds,
  }
}
