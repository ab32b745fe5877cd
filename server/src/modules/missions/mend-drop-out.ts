import type { giveDropOutTime as timeEndpoint, moveDropOutOn as moveEndpoint } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { shareProcess } from '@mutuo/shared/missions/mission.process.ts'
import type { WaterfallStep } from '@mutuo/shared/missions/waterfall.process.ts'
import { mayMoveOn, nextStep } from '@mutuo/shared/missions/waterfall.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { waterfallMoved } from './drop-out.events.ts'
import { isAnswerAwaited, mayMend } from './drop-out.policy.ts'
import { findMission } from './find-mission.ts'
import type { MissionRecord } from './mission.model.ts'
import { missionStore } from './mission.store.ts'
import { shareOfferStore } from './share-offer.store.ts'
import type { ShareRecord } from './share.model.ts'

const dayMs = 24 * 3600 * 1000
type Asked = { missionId: string; shareId: string; version: number; reason: string }

/** The association goes on to the next step, and says why. @throws NOT_FOUND, ASSOCIATION_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE */
export const moveDropOutOn = ({ viewer, input, now, ip }: Call<typeof moveEndpoint>) =>
  transaction(async (tx) => {
    const { mission, share, step } = await findStuck(viewer, input, tx)
    const next = nextStep(step)
    if (!next || !mayMoveOn(step)) throw new DomainError('STALE_STATE')
    const moved = await missionStore.changeShare(
      share,
      { waterfallStep: next, waterfallNotes: withNote(share, { step: next, at: now, by: viewer.name, reason: input.reason }) },
      tx,
    )
    await audit(
      { actor: viewer, action: 'share.move_on', object: `share:${share._id}`, after: { step: next, reason: input.reason }, ip },
      tx,
    )
    tx.emit(waterfallMoved(mission, moved))
    return mission
  })

/** The association gives the firm its days of grace once more. @throws NOT_FOUND, ASSOCIATION_ONLY, OWNER_ONLY, GROUP_FROZEN, STALE_STATE */
export const giveDropOutTime = ({ viewer, input, now, ip }: Call<typeof timeEndpoint>) =>
  transaction(async (tx) => {
    const { mission, share } = await findStuck(viewer, input, tx)
    if (!canMove(shareProcess, share.state, 'reopen', 'association')) throw new DomainError('STALE_STATE')
    const moved = await missionStore.changeShare(
      share,
      {
        state: shareProcess.moves.reopen.to,
        dueBy: new Date(now.getTime() + mission.rules.graceDays * dayMs),
        waterfallStep: null,
        waterfallNotes: withNote(share, { step: 'grace', at: now, by: viewer.name, reason: input.reason }),
      },
      tx,
    )
    await audit({ actor: viewer, action: 'share.give_time', object: `share:${share._id}`, after: { reason: input.reason }, ip }, tx)
    tx.emit(waterfallMoved(mission, moved))
    return mission
  })

const withNote = ({ waterfallNotes }: ShareRecord, note: ShareRecord['waterfallNotes'][number]) => [...waterfallNotes, note]

/** A share whose grace is over, that nobody is being asked about. */
const findStuck = async (
  viewer: Viewer,
  { missionId, shareId, version }: Asked,
  tx: Transaction,
): Promise<{ mission: MissionRecord; share: ShareRecord; step: WaterfallStep }> => {
  const mission = await findMission(viewer, missionId, tx)
  allow(mayMend(viewer, mission))
  await groups.assertNotFrozen(mission.groupId, tx)
  const share = await missionStore.share(shareId, tx)
  if (share?.missionId !== missionId) throw new DomainError('NOT_FOUND')
  const step = share.state === 'failed' && mission.state === 'collecting' ? share.waterfallStep : null
  if (step === null || share.version !== version) throw new DomainError('STALE_STATE')
  if ((await shareOfferStore.ofShare(shareId, tx)).some(isAnswerAwaited)) throw new DomainError('STALE_STATE')
  return { mission, share, step }
}
