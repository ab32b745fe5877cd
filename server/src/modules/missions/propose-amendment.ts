import { type Revision } from '@mutuo/shared/missions/amendment.rules.ts'
import type { proposeAmendment as endpoint } from '@mutuo/shared/missions/amendment.endpoints.ts'
import { amendmentProcess, isOpenAmendment } from '@mutuo/shared/missions/amendment.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { groups } from '../groups/index.ts'
import { answerOf } from './answer-amendment.ts'
import { amendmentProposed } from './amendment.events.ts'
import type { AmendmentRecord, AmendedSide } from './amendment.model.ts'
import { isAsked, mayProposeAmendment } from './amendment.policy.ts'
import { amendmentStore } from './amendment.store.ts'
import { draftAmendment, readShare } from './draft-amendment.ts'
import { findMission } from './find-mission.ts'
import type { MilestoneRecord } from './milestone.model.ts'
import type { MissionRecord } from './mission.model.ts'

const dayMs = 24 * 3600 * 1000
/** Long enough for a shop that is closed for a week. */
const daysToAgree = 14

/**
 * The freelancer, the firm that leads, or the association proposes to change what is still to come, with its password. Its own word counts at once.
 * One is open at a time. The same id twice is the same amendment.
 * @throws NOT_FOUND, NOT_A_PARTY, LEADER_ONLY, OWNER_ONLY, STEP_UP_REQUIRED, TOO_MANY_REQUESTS, MISSION_NOT_ACTIVE, GROUP_FROZEN, ALREADY_EXISTS,
 * AMENDMENT_ALREADY_OPEN, and those of `revise`
 */
export const proposeAmendment = async ({ viewer, input, now, ip }: Call<typeof endpoint>): Promise<string> => {
  allow(mayProposeAmendment(viewer, await findMission(viewer, input.missionId)))
  await accounts.confirmPassword(viewer.userId, input.password)
  return oneAtATime(() =>
    transaction(async (tx) => {
      const mission = await findMission(viewer, input.missionId, tx)
      const organisationId = organisationOf(viewer)
      const made = await amendmentStore.find(input.id, tx)
      if (made) return sameAgain(made, mission, organisationId)
      allow(mayProposeAmendment(viewer, mission))
      await groups.assertNotFrozen(mission.groupId, tx)
      const former = await amendmentStore.latest(mission._id, tx)
      if (former && isOpenAmendment(former.state)) throw new DomainError('AMENDMENT_ALREADY_OPEN')
      const { standing, proposal } = await draftAmendment({ viewer, mission, changes: input.changes, now }, tx)
      const amendment: AmendmentRecord = {
        _id: input.id,
        missionId: mission._id,
        groupId: mission.groupId,
        turn: (former?.turn ?? 0) + 1,
        state: amendmentProcess.initial,
        version: 1,
        reason: input.reason,
        changes: input.changes,
        milestones: sidesOf(proposal, standing.milestones),
        shares: standing.shares.map((share) => readShare(share, proposal)),
        total: { beforeMinor: mission.totalMinor, afterMinor: proposal.totalMinor },
        electors: proposal.electors,
        ownFirmIds: proposal.ownFirmIds,
        proposedBy: organisationId,
        proposedAt: now,
        expiresAt: new Date(now.getTime() + daysToAgree * dayMs),
        answers: [],
        paidRises: 0,
        settledAt: null,
      }
      await keep({ ...amendment, answers: ownWord(amendment, mission, viewer, now) }, mission, tx)
      await audit(
        { actor: viewer, action: 'amendment.propose', object: `mission:${mission._id}`, after: { amendmentId: input.id }, ip },
        tx,
      )
      return amendment._id
    }),
  )
}

const keep = async (amendment: AmendmentRecord, mission: MissionRecord, tx: Transaction): Promise<void> => {
  await amendmentStore.insert(amendment, tx)
  tx.emit(amendmentProposed(mission, amendment))
}

/** Who proposes agrees, where its word is needed at all: the association's is not. */
const ownWord = (amendment: AmendmentRecord, mission: MissionRecord, viewer: Parameters<typeof answerOf>[1], now: Date) => {
  const answer = answerOf(mission, viewer, { approves: true, reason: null }, now)
  return isAsked(amendment, mission, answer.organisationId) ? [answer] : []
}

const sameAgain = (made: AmendmentRecord, mission: MissionRecord, organisationId: string): string => {
  if (made.missionId !== mission._id || made.proposedBy !== organisationId) throw new DomainError('ALREADY_EXISTS')
  return made._id
}

const sidesOf = (revision: Revision, milestones: readonly MilestoneRecord[]): AmendmentRecord['milestones'] =>
  revision.milestones.map(({ id, lotId, lotKind, lotTitle, cells, ...after }) => {
    const before = milestones.find((milestone) => milestone._id === id)
    return {
      id,
      lotId,
      lotKind,
      lotTitle,
      before: before ? sideOf(before, before.cells) : null,
      after:
        cells.size > 0
          ? sideOf(
              after,
              [...cells].map(([firmId, netMinor]) => ({ firmId, netMinor })),
            )
          : null,
    }
  })

const sideOf = ({ title, description, dueOn }: Omit<AmendedSide, 'cells'>, cells: AmendedSide['cells']): AmendedSide => ({
  title,
  description,
  dueOn,
  cells: cells.filter(({ netMinor }) => netMinor > 0).map(({ firmId, netMinor }) => ({ firmId, netMinor })),
})

/** Two at once want the same turn: one has it. */
const oneAtATime = async <R>(propose: () => Promise<R>): Promise<R> => {
  try {
    return await propose()
  } catch (error) {
    throw duplicateKeyOf(error) ? new DomainError('AMENDMENT_ALREADY_OPEN') : error
  }
}
