import type { listMissions as listEndpoint } from '@mutuo/shared/missions/mission.endpoints.ts'
import type { MissionCard, MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { isPaid, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { percentages } from '@mutuo/shared/money/percentages.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { presentMilestone } from './milestone.view.ts'
import type { MissionRecord } from './mission.model.ts'
import { isFirmOf, mayCancel, maySeeMission } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'
import type { ShareRecord } from './share.model.ts'

export const mayFollowMission = async (viewer: Viewer, missionId: string): Promise<boolean> => {
  const mission = await missionStore.find(missionId)
  return mission !== null && maySeeMission(viewer, mission)
}

/** A mission as this viewer may see it: a firm its own amounts and the totals, never another firm's. @throws NOT_FOUND */
export const presentMission = async (missionId: string, viewer: Viewer): Promise<MissionView> => {
  const mission = await missionStore.find(missionId)
  if (!mission) throw new DomainError('NOT_FOUND')
  const [milestones, shares, group, marks] = await Promise.all([
    missionStore.milestones([missionId]),
    missionStore.shares([missionId]),
    groups.get(mission.groupId),
    organisations.marksOf([mission.associationId, mission.freelancerId, ...mission.firmIds]),
  ])
  const mark = markIn(marks)
  const mine = shares.find((share) => share.firmId === viewer.organisationId)
  return {
    id: mission._id,
    version: mission.version,
    needId: mission.needId,
    title: mission.title,
    state: mission.state,
    group: { id: mission.groupId, name: group.name, association: mark(mission.associationId) },
    freelancer: mark(mission.freelancerId),
    firms: mission.firmIds.map(mark),
    startsOn: mission.startsOn,
    endsOn: mission.endsOn,
    totalMinor: mission.totalMinor,
    tacitAcceptanceDays: mission.rules.tacitAcceptanceDays,
    ...(mine && { my: presentShare(mine) }),
    milestones: milestones
      .filter((milestone) => isVisible(milestone, mission, viewer))
      .map((milestone) => presentMilestone(milestone, mission, viewer, mark)),
    whoPays: whoPaysWhat(mission, shares, viewer, mark),
    documents: [
      {
        kind: 'procès-verbal',
        label: group.name,
        path: `/besoins/${mission.needId}/vote/${mission.ballotId}`,
        at: mission.awardedAt.toISOString(),
      },
      {
        kind: 'bid',
        label: mark(mission.freelancerId).name,
        path: `/besoins/${mission.needId}/offres/${mission.bidId}`,
        at: mission.awardedAt.toISOString(),
      },
    ],
    history: mission.history.map((event) => ({ ...event, at: event.at.toISOString() })),
    abilities: [...payAbility(mine, viewer), ...cancelAbility(mission, viewer)],
  }
}

/** Another firm's own lot does not exist for a rival. */
const isVisible = (milestone: MilestoneRecord, mission: MissionRecord, viewer: Viewer) =>
  milestone.lotKind === 'common' || !isFirmOf(viewer, mission) || milestone.cells.some((cell) => cell.firmId === viewer.organisationId)

const markIn = (marks: Map<string, OrganisationMark>) => (id: string) => {
  const found = marks.get(id)
  if (!found) throw new Error(`no mark for organisation ${id}`)
  return found
}

const presentShare = (share: ShareRecord): NonNullable<MissionView['my']> => ({
  shareId: share._id,
  state: share.state,
  netMinor: share.netMinor,
  vatMinor: share.vatMinor,
  grossMinor: share.grossMinor,
  paidGrossMinor: isPaid(share.state) ? share.grossMinor : 0,
  ownLotsMinor: share.ownNetMinor,
  commonLotsMinor: share.commonNetMinor,
  ...(share.dueBy && { dueBy: share.dueBy.toISOString() }),
})

const whoPaysWhat = (
  mission: MissionRecord,
  shares: ShareRecord[],
  viewer: Viewer,
  mark: (id: string) => OrganisationMark,
): MissionView['whoPays'] => {
  const percent = percentages(shares.map((share) => ({ id: share.firmId, amountMinor: share.commonNetMinor })))
  const seesAll = viewer.isAdmin || (viewer.organisationId === mission.associationId && mission.rules.amountsOpenToAssociation)
  const paid = shares.filter((share) => isPaid(share.state))
  const total = (of: ShareRecord[]) => of.reduce((sum, share) => sum + share.commonNetMinor, 0)
  return {
    rows: shares.map((share) => {
      const isMe = share.firmId === viewer.organisationId
      const firmPercent = percent.get(share.firmId)
      return {
        firm: mark(share.firmId),
        isMe,
        ...((isMe || seesAll) && {
          ...(firmPercent !== undefined && { percent: firmPercent }),
          commonMinor: share.commonNetMinor,
          paidMinor: isPaid(share.state) ? share.commonNetMinor : 0,
          isPaid: isPaid(share.state),
        }),
      }
    }),
    commonTotalMinor: total(shares),
    paidTotalMinor: total(paid),
    paidFirms: paid.length,
    firms: shares.length,
  }
}

const payAbility = (mine: ShareRecord | undefined, viewer: Viewer): MissionView['abilities'] => {
  if (!mine || !isPayable(mine.state)) return []
  return [viewer.role === 'owner' ? { move: 'pay', allowed: true } : { move: 'pay', allowed: false, reason: 'OWNER_ONLY' }]
}

const cancelAbility = (mission: MissionRecord, viewer: Viewer): MissionView['abilities'] => {
  const isOpen = mission.state === 'collecting' || mission.state === 'active'
  return isOpen && mayCancel(viewer, mission).allowed ? [{ move: 'cancel', allowed: true }] : []
}

/** The missions of the organisation that the viewer acts for, latest first. */
export const listMissions = async ({ viewer, input }: Call<typeof listEndpoint>) => {
  const filter = filterFor(viewer)
  if (!filter) return { items: [] }
  const page = await missionStore.page(filter, input.limit, input.cursor)
  const ids = page.items.map((mission) => mission._id)
  const [milestones, shares, groupsById] = await Promise.all([
    missionStore.milestones(ids),
    missionStore.shares(ids),
    groups.many([...new Set(page.items.map((mission) => mission.groupId))]),
  ])
  const marks = await organisations.marksOf([...new Set(page.items.map((mission) => mission.freelancerId))])
  const mark = markIn(marks)
  const items = page.items.map((mission) =>
    cardOf(mission, {
      viewer,
      mark,
      groupName: groupsById.get(mission.groupId)?.name ?? '',
      milestones: milestones.filter((milestone) => milestone.missionId === mission._id && isVisible(milestone, mission, viewer)),
      mine: shares.find((share) => share.missionId === mission._id && share.firmId === viewer.organisationId),
    }),
  )
  return { items, ...(page.nextCursor && { nextCursor: page.nextCursor }) }
}

const filterFor = ({ organisationId, organisationKind }: Viewer) => {
  if (!organisationId) return null
  if (organisationKind === 'freelancer') return { freelancerId: organisationId }
  if (organisationKind === 'association') return { associationId: organisationId }
  return { firmIds: organisationId }
}

type CardFacts = {
  viewer: Viewer
  mark: (id: string) => OrganisationMark
  groupName: string
  milestones: MilestoneRecord[]
  mine: ShareRecord | undefined
}

const cardOf = (mission: MissionRecord, { viewer, mark, groupName, milestones, mine }: CardFacts): MissionCard => {
  const next = milestones.find((milestone) => ['planned', 'delivered', 'changes_requested', 'contested'].includes(milestone.state))
  return {
    id: mission._id,
    title: mission.title,
    state: mission.state,
    group: { id: mission.groupId, name: groupName },
    freelancer: mark(mission.freelancerId),
    firms: mission.firmIds.length,
    ...(next && { nextMilestone: { title: next.title, dueOn: next.dueOn, state: next.state } }),
    ...(mine && { myNetMinor: mine.netMinor }),
    waitsFor: waitsFor(viewer, mission, milestones, mine),
  }
}

const waitsFor = (
  viewer: Viewer,
  mission: MissionRecord,
  milestones: MilestoneRecord[],
  mine: ShareRecord | undefined,
): MissionCard['waitsFor'] => {
  if (mine && isPayable(mine.state)) return 'payment'
  if (mission.state !== 'active') return 'nothing'
  if (viewer.organisationId === mission.freelancerId) {
    return milestones.some((milestone) => ['planned', 'changes_requested'].includes(milestone.state)) ? 'delivery' : 'nothing'
  }
  const awaitsMe = milestones.some(
    (milestone) =>
      milestone.state === 'delivered' &&
      milestone.cells.some((cell) => cell.firmId === viewer.organisationId && cell.state === 'retained') &&
      !milestone.acceptedBy.includes(viewer.organisationId ?? ''),
  )
  return awaitsMe ? 'acceptance' : 'nothing'
}
