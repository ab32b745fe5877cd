import type { MissionAllocation } from '@mutuo/shared/missions/allocation.ts'
import { v7 as newId } from 'uuid'
import { config } from '../../platform/config.ts'
import type { BidForBallot } from '../bids/index.ts'
import type { GroupRecord } from '../groups/index.ts'
import type { NeedRecord } from '../needs/index.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'
import type { ShareRecord } from './share.model.ts'

export type Award = {
  need: NeedRecord
  group: GroupRecord
  chosen: BidForBallot
  allocation: MissionAllocation
  ballotId: string
  now: Date
}

const isFree = (share: { grossMinor: number }) => share.grossMinor === 0

/** What was agreed at the award, as it stands from now on. */
export const missionFrom = (missionId: string, { need, group, chosen, allocation, ballotId, now }: Award): MissionRecord => ({
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
    noticeDays: group.rules.noticeDays,
  },
  delegateIds: firstDelegates(need.leaderId, group, allocation),
  paidShares: allocation.shares.filter(isFree).length,
  openMilestones: allocation.milestones.length,
  awardedAt: now,
  startedAt: null,
  endedAt: null,
  history: [{ at: now, event: 'mission.awarded', by: '' }],
})

/** The leader alone, until it names others; where it is not one of the firms, nobody yet. */
const firstDelegates = (leaderId: string, { rules }: GroupRecord, { shares }: MissionAllocation): string[] =>
  rules.commonAcceptance === 'delegates' && shares.some(({ firmId }) => firmId === leaderId) ? [leaderId] : []

/** Nothing to pay is paid. */
export const sharesFrom = (mission: MissionRecord, { need, allocation, now }: Award, pledgeIds: Map<string, string>): ShareRecord[] => {
  const ownLotIds = new Set(need.content.lots.filter((lot) => lot.kind === 'own').map((lot) => lot.id))
  return allocation.shares.map((share) => {
    const ownNetMinor = [...share.lots].filter(([lotId]) => ownLotIds.has(lotId)).reduce((total, [, amountMinor]) => total + amountMinor, 0)
    return {
      _id: newId(),
      missionId: mission._id,
      groupId: mission.groupId,
      firmId: share.firmId,
      pledgeId: pledgeIds.get(share.firmId) ?? '',
      state: isFree(share) ? ('paid' as const) : ('planned' as const),
      version: 1,
      netMinor: share.netMinor,
      vatMinor: share.vatMinor,
      grossMinor: share.grossMinor,
      ownNetMinor,
      commonNetMinor: share.netMinor - ownNetMinor,
      takenOffMinor: 0,
      vatRateBp: share.treatment.rateBp,
      vatMention: share.treatment.mention,
      dueBy: null,
      paidAt: isFree(share) ? now : null,
      waterfallStep: null,
      waterfallNotes: [],
      notice: null,
      comesInFor: null,
      raises: null,
    }
  })
}

/** As they fall due; those of one day as the freelancer wrote them. */
const inOrder = (milestones: Award['chosen']['milestones']) => milestones.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))

export const milestonesFrom = (mission: MissionRecord, shares: ShareRecord[], { need, chosen, allocation }: Award): MilestoneRecord[] => {
  const shareOf = new Map(shares.map((share) => [share.firmId, share._id]))
  const lotOf = new Map(need.content.lots.map((lot) => [lot.id, lot]))
  const amounts = new Map(allocation.milestones.map((milestone) => [milestone.id, milestone]))
  return inOrder(chosen.milestones).map((milestone, index) => {
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
      remindAt: null,
      changesRequested: [],
      acceptedBy: [],
      acceptedAt: null,
      releasedAt: null,
    }
  })
}
