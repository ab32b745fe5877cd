import type { listAmendments as listEndpoint } from '@mutuo/shared/missions/amendment.endpoints.ts'
import { amendmentRuleOf } from '@mutuo/shared/missions/amendment.rules.ts'
import { amendmentProcess, isOpenAmendment } from '@mutuo/shared/missions/amendment.process.ts'
import type { AmendmentList, AmendmentView } from '@mutuo/shared/missions/amendment.schema.ts'
import { sumMinor } from '@mutuo/shared/money/money.ts'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import { no, type Decision } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { groups } from '../groups/index.ts'
import { organisations } from '../organisations/index.ts'
import type { AmendmentRecord, AmendedSide } from './amendment.model.ts'
import { mayAnswerAmendment, mayProposeAmendment, maySeeAmendment, mayWithdrawAmendment } from './amendment.policy.ts'
import { amendmentStore } from './amendment.store.ts'
import { findAmendment } from './find-amendment.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'
import { isFirmOf, mayReadOf, roleIn } from './mission.policy.ts'
import { missionStore } from './mission.store.ts'
import { markIn } from './mission.view.ts'
import type { ShareRecord } from './share.model.ts'

type Looking = {
  mission: MissionRecord
  viewer: Viewer
  /** What is charged for the amendments. */
  rises: readonly ShareRecord[]
  mark: (id: string) => OrganisationMark
  isFrozen: boolean
}

/** Those that the viewer may read, the latest first, and whether it may propose one. @throws NOT_FOUND */
export const listAmendments = async ({ viewer, input }: Call<typeof listEndpoint>): Promise<AmendmentList> => {
  const mission = await findMission(viewer, input.missionId)
  const [all, looking] = await Promise.all([amendmentStore.ofMission(mission._id), lookingAt(mission, viewer)])
  const items = all.filter((amendment) => maySeeAmendment(viewer, mission, amendment))
  return {
    items: items.map((amendment) => present(amendment, looking)),
    abilities: proposing(looking, all[0] !== undefined && isOpenAmendment(all[0].state)),
  }
}

/** One, as the viewer may read it. @throws NOT_FOUND */
export const presentAmendment = async (amendmentId: string, viewer: Viewer, missionId: string): Promise<AmendmentView> => {
  const { mission, amendment } = await findAmendment(viewer, { missionId, amendmentId })
  return present(amendment, await lookingAt(mission, viewer))
}

const lookingAt = async (mission: MissionRecord, viewer: Viewer): Promise<Looking> => {
  const [isFrozen, lines] = await Promise.all([groups.isFrozen(mission.groupId), missionStore.lines([mission._id])])
  // A firm whose share has changed hands has said its word on what came before.
  const firmIds = new Set([...mission.firmIds, ...lines.map(({ firmId }) => firmId)])
  const marks = await organisations.marksOf([mission.associationId, mission.freelancerId, ...firmIds])
  return { mission, viewer, mark: markIn(marks), isFrozen, rises: lines.filter(({ raises }) => raises !== null) }
}

const present = (amendment: AmendmentRecord, looking: Looking): AmendmentView => {
  const { mission, viewer, mark } = looking
  const mine = amendment.shares.find(({ firmId }) => firmId === viewer.organisationId)
  const rises = looking.rises.filter(({ raises }) => raises?.amendmentId === amendment._id)
  return {
    id: amendment._id,
    version: amendment.version,
    missionId: mission._id,
    turn: amendment.turn,
    state: amendment.state,
    reason: amendment.reason,
    proposedBy: mark(amendment.proposedBy),
    proposedAt: amendment.proposedAt.toISOString(),
    expiresAt: amendment.expiresAt.toISOString(),
    ...(amendment.settledAt && { settledAt: amendment.settledAt.toISOString() }),
    milestones: amendment.milestones.flatMap((milestone) => milestoneFor(milestone, looking)),
    ...(mine && { my: ownShare(mine, rises) }),
    ...(!isFirmOf(viewer, mission) && { total: amendment.total }),
    ...(amendment.state === 'collecting' && { collection: collectionOf(rises, mission) }),
    ...wordsOn(amendment, looking),
    rule: amendmentRuleOf(mission.rules.commonAcceptance),
    abilities: abilitiesOn(amendment, looking),
  }
}

export const ownShare = (
  { firmId, beforeMinor, afterMinor, rise, isBeyondPledge = false }: AmendmentRecord['shares'][number],
  rises: readonly ShareRecord[],
): NonNullable<AmendmentView['my']> => {
  const line = rises.find((one) => one.firmId === firmId)
  return {
    beforeMinor,
    afterMinor,
    ...(rise && { rise: { ...rise, isBeyondPledge, ...(line && { payment: { shareId: line._id, state: line.state } }) } }),
  }
}

/** A firm whose share does not rise has nothing to pay: of how many shares rise nothing is told. */
export const collectionOf = (rises: readonly ShareRecord[], { firmIds }: MissionRecord): NonNullable<AmendmentView['collection']> => ({
  settledFirms: firmIds.length - rises.filter(({ state }) => state !== 'paid').length,
  firms: firmIds.length,
})

/** Another firm's own lot does not exist for a rival, and of its own a firm reads its own part alone (decision 006). */
const milestoneFor = (
  { id, lotTitle, lotKind, before, after }: AmendmentRecord['milestones'][number],
  { mission, viewer }: Looking,
): AmendmentView['milestones'] => {
  const isCommon = lotKind === 'common'
  const partOf = (side: AmendedSide | null) => side?.cells.find(({ firmId }) => firmId === viewer.organisationId)
  const isRead = [before, after].some((side) => side?.cells.some(({ firmId }) => mayReadOf(viewer, mission, 'lot.own', { ownId: firmId })))
  if (!isCommon && !isRead) return []
  const sideOf = (side: AmendedSide) => {
    const mine = partOf(side)
    const { title, description, dueOn } = side
    return {
      title,
      description,
      dueOn,
      ...(mayReadOf(viewer, mission, isCommon ? 'total.price' : 'total.ownLots') && {
        amountMinor: sumMinor(side.cells.map(({ netMinor }) => netMinor)),
      }),
      ...(mine && { myAmountMinor: mine.netMinor }),
    }
  }
  return [{ id, lotTitle, lotKind, ...(before && { before: sideOf(before) }), ...(after && { after: sideOf(after) }) }]
}

/** Who has said what and who is awaited; that a rival is asked about its own lot is its own affair. */
const wordsOn = (amendment: AmendmentRecord, { mission, viewer, mark }: Looking): Pick<AmendmentView, 'answers' | 'awaited'> => {
  const isShown = (organisationId: string) =>
    !isFirmOf(viewer, mission) ||
    organisationId === viewer.organisationId ||
    organisationId === mission.freelancerId ||
    amendment.electors.some(({ firmId }) => firmId === organisationId)
  const asked = [mission.freelancerId, ...amendment.electors.map(({ firmId }) => firmId), ...amendment.ownFirmIds]
  const hasAnswered = (id: string) => amendment.answers.some(({ organisationId }) => organisationId === id)
  return {
    answers: amendment.answers
      .filter(({ organisationId }) => isShown(organisationId))
      .map(({ organisationId, role, name, approves, reason, at }) => ({
        organisation: mark(organisationId),
        role,
        person: name,
        approves,
        ...(reason !== null && { reason }),
        at: at.toISOString(),
      })),
    awaited:
      amendment.state === 'proposed'
        ? [...new Set(asked)]
            .filter((id) => isShown(id) && !hasAnswered(id))
            .map((id) => ({ organisation: mark(id), role: roleIn(mission, id) ?? 'firm' }))
        : [],
  }
}

const unlessFrozen = (decision: Decision, isFrozen: boolean) => (decision.allowed && isFrozen ? no('GROUP_FROZEN') : decision)

const abilitiesOn = (amendment: AmendmentRecord, { mission, viewer, isFrozen }: Looking): AmendmentView['abilities'] => {
  if (!canMove(amendmentProcess, amendment.state, 'apply', 'firm')) return []
  const answer = mayAnswerAmendment(viewer, mission, amendment)
  const isOffered = answer.allowed || answer.reason === 'OWNER_ONLY'
  const withdrawal = mayWithdrawAmendment(viewer, amendment)
  return [
    ...(isOffered ? [abilityOf('approve', unlessFrozen(answer, isFrozen)), abilityOf('refuse', unlessFrozen(answer, isFrozen))] : []),
    ...(withdrawal.allowed || withdrawal.reason === 'OWNER_ONLY' ? [abilityOf('withdraw', withdrawal)] : []),
  ]
}

const proposing = ({ mission, viewer, isFrozen }: Looking, isOneOpen: boolean): AmendmentList['abilities'] => {
  const decision = mayProposeAmendment(viewer, mission)
  if (!decision.allowed && decision.reason !== 'OWNER_ONLY') return []
  const now = decision.allowed && isOneOpen ? no('AMENDMENT_ALREADY_OPEN') : decision
  return [abilityOf('propose', unlessFrozen(now, isFrozen))]
}
