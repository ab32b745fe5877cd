import type { getFreelancerHome } from '@mutuo/shared/billing/billing.endpoints.ts'
import type { FreelancerHome } from '@mutuo/shared/billing/billing.schema.ts'
import { pricingOfTarget, totalFor } from '@mutuo/shared/bids/pricing.ts'
import { listNeeds } from '@mutuo/shared/needs/need.endpoints.ts'
import { placesOf } from '@mutuo/shared/ledger/balance.ts'
import { splitByWeight } from '@mutuo/shared/money/largest-remainder.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import { distanceKm } from '../../data/commune-distances.ts'
import { communeOf } from '../../data/communes.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { bids } from '../bids/index.ts'
import { groups } from '../groups/index.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import { missions, type MilestoneRecord, type MissionRecord } from '../missions/index.ts'
import { needs, type ListedNeed } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { isFreelancer } from './billing.policy.ts'
import { presentPayout } from './payout-account.ts'
import { latestPayouts } from './payout-list.view.ts'

const [mostMissions, mostPayouts, mostInvitations, lookedAt] = [50, 8, 3, 30]

/** The freelancer's morning: each euro tied to what releases it, what is to be done, who asks for its skills. HT amounts of milestones, transfers as sent. @throws FREELANCER_ONLY */
export const presentFreelancerHome = async (call: Call<typeof getFreelancerHome>): Promise<FreelancerHome> => {
  allow(isFreelancer(call.viewer))
  const freelancerId = organisationOf(call.viewer)
  const own = await missions.ofFreelancer(freelancerId, mostMissions)
  const live = own.filter((mission) => mission.state === 'collecting' || mission.state === 'active')
  const ids = own.map((mission) => mission._id)
  const [milestones, entries, payouts, groupsById, payoutAccount] = await Promise.all([
    missions.milestonesOf(ids),
    ledger.entriesOf(ids),
    latestPayouts(freelancerId, mostPayouts),
    groups.many([...new Set(own.map((mission) => mission.groupId))]),
    presentPayout(freelancerId),
  ])
  const rows = live.map((mission) =>
    missionRow(mission, ofMission(milestones, mission), entries, groupsById.get(mission.groupId)?.name ?? ''),
  )
  const missionOf = new Map(own.map((mission) => [mission._id, mission]))
  return {
    transferredMinor: sumMinor(rows.map((row) => row.transferredMinor)),
    releasableMinor: sumMinor(rows.map((row) => row.releasableMinor)),
    retainedMinor: sumMinor(rows.map((row) => row.retainedMinor)),
    unlocks: milestones
      .filter((milestone) => milestone.state === 'delivered')
      .map((milestone) => unlockOf(milestone, missionOf.get(milestone.missionId)!)),
    missions: rows,
    invitations: await invitationsFor(call),
    payouts,
    payoutAccount,
  }
}

const ofMission = (milestones: MilestoneRecord[], mission: MissionRecord) =>
  milestones.filter((milestone) => milestone.missionId === mission._id)

/** Gross of what the firms have paid: what was sent, what a last acceptance would release, what is still to be delivered. */
const missionRow = (
  mission: MissionRecord,
  milestones: MilestoneRecord[],
  entries: EntryRecord[],
  groupName: string,
): FreelancerHome['missions'][number] => {
  const places = placesOf(entries.filter((entry) => entry.missionId === mission._id))
  const delivered = milestones.filter((milestone) => milestone.state === 'delivered').flatMap((milestone) => milestone.cells)
  const awaited = sumMinor(delivered.filter((cell) => cell.state === 'retained').map((cell) => cell.grossMinor))
  const releasableMinor = Math.min(awaited, places.retainedMinor) + places.payableMinor
  const next = milestones.find((milestone) => milestone.state === 'planned' || milestone.state === 'changes_requested')
  return {
    missionId: mission._id,
    title: mission.title,
    groupName,
    firms: mission.firmIds.length,
    ...(next && { next: { title: next.title, dueOn: next.dueOn } }),
    transferredMinor: places.transferredMinor,
    releasableMinor,
    retainedMinor: places.retainedMinor - Math.min(awaited, places.retainedMinor),
  }
}

const unlockOf = (milestone: MilestoneRecord, mission: MissionRecord): FreelancerHome['unlocks'][number] => {
  const waiting = milestone.cells.filter((cell) => cell.state === 'retained')
  return {
    missionId: milestone.missionId,
    milestoneId: milestone._id,
    amountMinor: sumMinor(waiting.map((cell) => cell.grossMinor)),
    title: milestone.title,
    missionTitle: mission.title,
    accepted: milestone.acceptedBy.length,
    needed: milestone.acceptedBy.length + missions.awaitedFirms(mission, milestone).length,
    ...(milestone.delivery && { tacitAt: milestone.delivery.tacitAt.toISOString() }),
  }
}

/** Open needs that ask for one of the freelancer's skills, nearest first. */
const invitationsFor = async ({ viewer, now, ...call }: Call<typeof getFreelancerHome>): Promise<FreelancerHome['invitations']> => {
  const own = await organisations.find(organisationOf(viewer))
  if (!own) return []
  const input = listNeeds.input.parse({ state: 'open', sort: 'nearest', near: own.address.communeCode, limit: lookedAt })
  const { items } = await needs.discover({ ...call, viewer, now, input })
  const asked = items.filter((need) => need.skills.some((skill) => own.skills.includes(skill))).slice(0, mostInvitations)
  const [groupsById, myBids] = await Promise.all([groups.many([...new Set(asked.map((need) => need.groupId))]), bidsIn(viewer, asked)])
  return asked.map((need) => {
    const myBidId = myBids.get(need._id)
    const km = distanceKm(own.address.communeCode, need.content.communeCode)
    return {
      needId: need._id,
      title: need.content.title,
      groupName: groupsById.get(need.groupId)?.name ?? '',
      commune: communeOf(need.content.communeCode)?.name ?? '',
      ...(km !== undefined && { distanceKm: km }),
      closesAt: need.closesAt.toISOString(),
      firms: need.firms,
      minFirms: need.content.minFirms,
      points: pointsOf(need),
      ...(myBidId && { myBidId }),
    }
  })
}

const bidsIn = (viewer: Viewer, asked: ListedNeed[]) =>
  bids.idsOfFreelancer(
    organisationOf(viewer),
    asked.map((need) => need._id),
  )

/** At the need's own target: what each of n equal firms pays, and what comes together; now, at the minimum, at the target and beyond. */
const pointsOf = (need: ListedNeed): FreelancerHome['invitations'][number]['points'] => {
  const { minFirms, targetFirms, lots } = need.content
  const pricing = pricingOfTarget(lots)
  const counts = [...new Set([Math.max(need.firms, 1), minFirms, targetFirms, targetFirms + 2])].sort((a, b) => a - b)
  return counts.map((firms) => {
    const ids = Array.from({ length: firms }, (_, i) => `firm-${i}`)
    const totalMinor =
      totalFor(
        pricing,
        ids.map((firmId) => ({ firmId, capMinor: 0 })),
      ) ?? 0
    const eachMinor =
      splitByWeight(
        totalMinor,
        ids.map(() => 1),
        ids,
      )[0] ?? 0
    return { firms, eachMinor, totalMinor, isNow: firms === Math.max(need.firms, 1) }
  })
}
