import { allocateMission, type MissionAllocation } from '@mutuo/shared/missions/allocation.ts'
import { coalitionOf } from '@mutuo/shared/pledges/coalition.ts'
import { v7 as newId } from 'uuid'
import { config } from '../../platform/config.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { bids, type BidForBallot } from '../bids/index.ts'
import { groups, type GroupRecord } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { missionAwarded } from './mission.events.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

type Facts = { need: NeedRecord; group: GroupRecord; chosen: BidForBallot; allocation: MissionAllocation; ballotId: string; now: Date }

/** The chosen bid's coalition at the closing of the ballot becomes the mission: shares, milestones and their parts, exact. Once for a need. */
export const awardMission = ({ needId, ballotId, bidId, now }: { needId: string; ballotId: string; bidId: string; now: Date }) =>
  transaction(async (tx) => {
    const need = await needs.get(needId, tx)
    if (need.state !== 'voting' || need.missionId) return
    const group = await groups.get(need.groupId, tx)
    const offers = await bids.forBallot(needId, tx)
    const chosen = offers.find((offer) => offer.bidId === bidId)
    if (!chosen) throw new Error(`the chosen bid ${bidId} is not among those of need ${needId}`)
    const candidates = await pledges.candidatesOf(needId, tx)
    const coalition = coalitionOf(chosen.offer, candidates)
    const members = candidates.filter((candidate) => coalition.members.includes(candidate.firmId))
    const taxes = await organisations.taxProfilesOf([chosen.freelancerId, ...coalition.members], tx)
    const missionId = newId()
    const allocation = allocateMission({
      offer: chosen.offer,
      firms: members,
      milestones: chosen.milestones.map(({ id, lotId, partOfLotBp }) => ({ id, lotId, weight: partOfLotBp })),
      vat: {
        supplier: organisations.asSupplier(taxes.get(chosen.freelancerId)),
        buyers: new Map(coalition.members.map((firmId) => [firmId, organisations.asBuyer(taxes.get(firmId))])),
      },
    })
    const facts = { need, group, chosen, allocation, ballotId, now }
    const mission = missionFrom(missionId, facts)
    const shares = await sharesFrom(mission, facts, await pledges.idsOf(needId, tx))
    await missionStore.insert(mission, shares, milestonesFrom(mission, shares, facts), tx)
    await pledges.convert(needId, coalition.members, tx)
    await bids.settle(needId, bidId, tx)
    await needs.setMission(needId, missionId, tx)
    await needs.move(needId, 'award', tx)
    tx.emit(
      missionAwarded(
        mission,
        shares.map((share) => share._id),
      ),
    )
  })

const missionFrom = (missionId: string, { need, group, chosen, allocation, ballotId, now }: Facts): MissionRecord => ({
  _id: missionId,
  needId: need._id,
  groupId: need.groupId,
  associationId: group.associationId,
  ballotId,
  bidId: chosen.bidId,
  leaderId: need.leaderId,
  freelancerId: chosen.freelancerId,
  firmIds: allocation.shares.map((share) => share.firmId),
  title: need.content.title,
  state: 'collecting',
  version: 1,
  totalMinor: allocation.priceMinor,
  startsOn: chosen.startsOn,
  endsOn: chosen.deliversOn,
  rules: {
    commonAcceptance: group.rules.commonAcceptance,
    tacitAcceptanceDays: group.rules.tacitAcceptanceDays,
    graceDays: group.rules.graceDays,
    commissionBp: group.rules.commissionBp,
    platformFeeBp: config().platformFeeBasisPoints,
    amountsOpenToAssociation: group.rules.amountsOpenToAssociation,
  },
  paidShares: 0,
  openMilestones: allocation.milestones.length,
  awardedAt: now,
  startedAt: null,
  endedAt: null,
  history: [{ at: now, event: 'mission.awarded', by: '' }],
})

const sharesFrom = async (mission: MissionRecord, { need, allocation }: Facts, pledgeIds: Map<string, string>): Promise<ShareRecord[]> => {
  const ownLotIds = new Set(need.content.lots.filter((lot) => lot.kind === 'own').map((lot) => lot.id))
  return allocation.shares.map((share) => {
    const ownNetMinor = [...share.lots].filter(([lotId]) => ownLotIds.has(lotId)).reduce((total, [, amountMinor]) => total + amountMinor, 0)
    return {
      _id: newId(),
      missionId: mission._id,
      groupId: mission.groupId,
      firmId: share.firmId,
      pledgeId: pledgeIds.get(share.firmId) ?? '',
      state: 'planned' as const,
      version: 1,
      netMinor: share.netMinor,
      vatMinor: share.vatMinor,
      grossMinor: share.grossMinor,
      ownNetMinor,
      commonNetMinor: share.netMinor - ownNetMinor,
      vatRateBp: share.treatment.rateBp,
      vatMention: share.treatment.mention,
      dueBy: null,
      paidAt: null,
    }
  })
}

const milestonesFrom = (mission: MissionRecord, shares: ShareRecord[], { need, chosen, allocation }: Facts): MilestoneRecord[] => {
  const shareOf = new Map(shares.map((share) => [share.firmId, share._id]))
  const lotOf = new Map(need.content.lots.map((lot) => [lot.id, lot]))
  const amounts = new Map(allocation.milestones.map((milestone) => [milestone.id, milestone]))
  return chosen.milestones.map((milestone, index) => {
    const lot = lotOf.get(milestone.lotId)
    const allocated = amounts.get(milestone.id)
    if (!lot || !allocated) throw new Error(`milestone ${milestone.id} has no lot or no amount`)
    return {
      _id: milestone.id,
      missionId: mission._id,
      groupId: mission.groupId,
      position: index + 1,
      title: milestone.title,
      description: milestone.description,
      lotId: lot.id,
      lotKind: lot.kind,
      lotTitle: lot.title,
      dueOn: milestone.dueOn,
      state: 'planned' as const,
      version: 1,
      netMinor: allocated.netMinor,
      cells: [...allocated.cells].map(([firmId, cell]) => ({
        firmId,
        shareId: shareOf.get(firmId) ?? '',
        ...cell,
        state: 'retained' as const,
        contestedBecause: null,
        transferredMinor: null,
      })),
      delivery: null,
      changesRequested: [],
      acceptedBy: [],
      acceptedAt: null,
      releasedAt: null,
    }
  })
}
