import type { MissionView } from '@mutuo/shared/missions/mission.schema.ts'
import { isOpenAmendment } from '@mutuo/shared/missions/amendment.process.ts'
import { isInForce, isOwed, isPaid, isPayable } from '@mutuo/shared/missions/mission.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { percentages } from '@mutuo/shared/money/percentages.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, yes, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import type { AmendmentRecord } from './amendment.model.ts'
import { mayAnswerAmendment, maySeeAmendment } from './amendment.policy.ts'
import { amendmentStore } from './amendment.store.ts'
import type { ContractAcceptanceRecord } from './contract.model.ts'
import { contractStore, type ContractLine } from './contract.store.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import { presentMilestone } from './milestone.view.ts'
import type { MissionRecord } from './mission.model.ts'
import { mayAcceptContract, mayCancel, mayNameDelegates, mayReadOf, maySeeMission } from './mission.policy.ts'
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
  const [milestones, lines, group, marks, contract, acceptances, amendment] = await Promise.all([
    missionStore.milestones([missionId]),
    missionStore.lines([missionId]),
    groups.get(mission.groupId),
    organisations.marksOf([mission.associationId, mission.freelancerId, ...mission.firmIds]),
    contractStore.latestLine(missionId),
    contractStore.acceptancesOf(missionId),
    amendmentStore.latest(missionId),
  ])
  const mark = markIn(marks)
  const shares = lines.filter(isOwed).filter(isInForce)
  const mine = shares.find((share) => share.firmId === viewer.organisationId)
  const isFrozen = group.state === 'frozen'
  const hasAcceptedContract = acceptances.some(({ organisationId }) => organisationId === viewer.organisationId)
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
    ...(mission.rules.commonAcceptance === 'delegates' && { delegates: mission.delegateIds.map(mark) }),
    ...(mine && { my: presentShare(mine) }),
    milestones: milestones
      .filter((milestone) => isVisible(milestone, mission, viewer))
      .map((milestone) => presentMilestone(milestone, { mission, viewer, mark, isFrozen, hasAcceptedContract })),
    whoPays: whoPaysWhat(mission, shares, viewer, mark),
    ...(contract && { contract: contractNote(contract, acceptances, mission, viewer) }),
    ...(amendment &&
      isOpenAmendment(amendment.state) &&
      maySeeAmendment(viewer, mission, amendment) && { amendment: amendmentNote(amendment, { mission, viewer, lines }) }),
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
    abilities: abilitiesIn(mission, { mine, viewer, isFrozen }),
  }
}

/** Another firm's own lot does not exist for a rival. */
export const isVisible = (milestone: MilestoneRecord, mission: MissionRecord, viewer: Viewer) =>
  milestone.lotKind === 'common' || milestone.cells.some(({ firmId }) => mayReadOf(viewer, mission, 'lot.own', { ownId: firmId }))

export const markIn = (marks: Map<string, OrganisationMark>) => (id: string) => {
  const found = marks.get(id)
  if (!found) throw new Error(`no mark for organisation ${id}`)
  return found
}

type Noting = { mission: MissionRecord; viewer: Viewer; lines: readonly ShareRecord[] }

const amendmentNote = (amendment: AmendmentRecord, { mission, viewer, lines }: Noting): NonNullable<MissionView['amendment']> => {
  const isProposed = amendment.state === 'proposed'
  const due = lines.find(
    ({ firmId, raises, state }) => firmId === viewer.organisationId && raises?.amendmentId === amendment._id && state !== 'paid',
  )
  return {
    turn: amendment.turn,
    ...(isProposed && { expiresAt: amendment.expiresAt.toISOString() }),
    awaitsMe: isProposed && mayAnswerAmendment(viewer, mission, amendment).allowed,
    ...(due && {
      due: {
        shareId: due._id,
        state: due.state,
        grossMinor: due.grossMinor,
        ...(due.dueBy && { dueBy: due.dueBy.toISOString() }),
      },
    }),
  }
}

/** Who has accepted the latest version, and whether the viewer is awaited. */
const contractNote = (
  contract: ContractLine,
  acceptances: ContractAcceptanceRecord[],
  mission: MissionRecord,
  viewer: Viewer,
): NonNullable<MissionView['contract']> => {
  const given = acceptances.filter(({ version }) => version === contract.version)
  const isMine = given.some(({ organisationId }) => organisationId === viewer.organisationId)
  return {
    version: contract.version,
    drawnUpAt: contract.at.toISOString(),
    accepted: given.length,
    parties: mission.firmIds.length + 2,
    awaitsMe: !isMine && mayAcceptContract(viewer, mission).allowed && mission.endedAt === null,
  }
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
  const paid = shares.filter((share) => isPaid(share.state))
  const total = (of: ShareRecord[]) => of.reduce((sum, share) => sum + share.commonNetMinor, 0)
  return {
    rows: shares.map((share) => {
      const isMe = share.firmId === viewer.organisationId
      const firmPercent = percent.get(share.firmId)
      return {
        firm: mark(share.firmId),
        isMe,
        ...(mayReadOf(viewer, mission, 'share.part', { ownId: share.firmId }) && {
          ...(firmPercent !== undefined && { percent: firmPercent }),
          commonMinor: share.commonNetMinor,
          paidMinor: isPaid(share.state) ? share.commonNetMinor : 0,
          isPaid: isPaid(share.state),
        }),
      }
    }),
    commonTotalMinor: total(shares),
    ...(mayReadOf(viewer, mission, 'total.paid', { all: paid.length === shares.length }) && { paidTotalMinor: total(paid) }),
    paidFirms: paid.length,
    firms: shares.length,
  }
}

type Looking = { mine: ShareRecord | undefined; viewer: Viewer; isFrozen: boolean }

/** A frozen group pays and cancels nothing: who could otherwise is told why not. */
const abilitiesIn = (mission: MissionRecord, { mine, viewer, isFrozen }: Looking): MissionView['abilities'] => {
  const unlessFrozen = (decision: Decision) => (decision.allowed && isFrozen ? no('GROUP_FROZEN') : decision)
  const isOpen = mission.state === 'collecting' || mission.state === 'active'
  return [
    ...(mine && isPayable(mine.state) ? [abilityOf('pay', unlessFrozen(viewer.role === 'owner' ? yes : no('OWNER_ONLY')))] : []),
    ...(isOpen && mayCancel(viewer, mission).allowed ? [abilityOf('cancel', unlessFrozen(yes))] : []),
    ...(mayNameDelegates(viewer, mission).allowed ? [abilityOf('nameDelegates', unlessFrozen(yes))] : []),
  ]
}
