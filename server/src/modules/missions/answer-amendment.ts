import type { approveAmendment as approveEndpoint, refuseAmendment as refuseEndpoint } from '@mutuo/shared/missions/amendment.endpoints.ts'
import { amendmentRuleOf, decideAmendment } from '@mutuo/shared/missions/amendment.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { accounts } from '../accounts/index.ts'
import { groups } from '../groups/index.ts'
import { amendmentAnswered, amendmentRefused } from './amendment.events.ts'
import type { AmendmentAnswer } from './amendment.model.ts'
import { mayAnswerAmendment } from './amendment.policy.ts'
import { amendmentStore } from './amendment.store.ts'
import { agreeAmendment } from './agree-amendment.ts'
import { findAmendment } from './find-amendment.ts'
import type { MissionRecord } from './mission.model.ts'
import { roleIn } from './mission.policy.ts'

type Word = Pick<AmendmentAnswer, 'approves' | 'reason'>

/**
 * A party agrees, by its owner and with its password. The word that makes the amendment agreed applies it in the same commit, or has those charged whose
 * share rises.
 * @throws NOT_FOUND, NOT_A_PARTY, OWNER_ONLY, STEP_UP_REQUIRED, TOO_MANY_REQUESTS, MISSION_NOT_ACTIVE, GROUP_FROZEN, STALE_STATE, ALREADY_ACCEPTED, AMENDMENT_OUTDATED
 */
export const approveAmendment = async (call: Call<typeof approveEndpoint>): Promise<string> => {
  const { mission, amendment } = await findAmendment(call.viewer, call.input)
  allow(mayAnswerAmendment(call.viewer, mission, amendment))
  await accounts.confirmPassword(call.viewer.userId, call.input.password)
  return giveWord(call, { approves: true, reason: null })
}

/** A party says no, and why. @throws NOT_FOUND, NOT_A_PARTY, OWNER_ONLY, MISSION_NOT_ACTIVE, GROUP_FROZEN, STALE_STATE, ALREADY_ACCEPTED, AMENDMENT_OUTDATED */
export const refuseAmendment = (call: Call<typeof refuseEndpoint>): Promise<string> =>
  giveWord(call, { approves: false, reason: call.input.reason })

type Asked = Pick<Call<typeof refuseEndpoint>, 'viewer' | 'now' | 'ip'> & { input: { missionId: string; amendmentId: string } }

const giveWord = ({ viewer, input, now, ip }: Asked, word: Word): Promise<string> =>
  transaction(async (tx) => {
    const { mission, amendment } = await findAmendment(viewer, input, tx)
    const isOver = amendment.state === 'expired' || (amendment.state === 'proposed' && amendment.expiresAt <= now)
    if (isOver) throw new DomainError('AMENDMENT_OUTDATED')
    if (amendment.state !== 'proposed') throw new DomainError('STALE_STATE')
    allow(mayAnswerAmendment(viewer, mission, amendment))
    await groups.assertNotFrozen(mission.groupId, tx)
    const answers = [...amendment.answers, answerOf(mission, viewer, word, now)]
    const rule = amendmentRuleOf(mission.rules.commonAcceptance)
    const outcome = decideAmendment(amendment, answers, { freelancerId: mission.freelancerId, rule })
    await audit(
      { actor: viewer, action: word.approves ? 'amendment.approve' : 'amendment.refuse', object: `amendment:${amendment._id}`, ip },
      tx,
    )
    if (outcome === 'agree') await agreeAmendment(mission, { ...amendment, answers }, now, tx)
    else if (outcome === 'refuse') {
      const refused = await amendmentStore.change(amendment, { answers, state: 'refused', settledAt: now }, tx)
      tx.emit(amendmentRefused(mission, refused))
    } else tx.emit(amendmentAnswered(mission, await amendmentStore.change(amendment, { answers }, tx)))
    return amendment._id
  })

export const answerOf = (mission: MissionRecord, viewer: Viewer, { approves, reason }: Word, now: Date): AmendmentAnswer => {
  const organisationId = organisationOf(viewer)
  const role = roleIn(mission, organisationId)
  if (!role) throw new DomainError('NOT_A_PARTY')
  return { organisationId, role, userId: viewer.userId, name: viewer.name, approves, reason, at: now }
}
