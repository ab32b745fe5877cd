import type {
  giveNotice as noticeEndpoint,
  proposeTransfer as proposeEndpoint,
  takeNoticeBack as takeBackEndpoint,
  withdrawTransfer as withdrawEndpoint,
} from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import { amountsToTake, noticeEndsOn } from '@mutuo/shared/missions/hand-over.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { audit } from '../../platform/audit/audit.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { noticeGiven, noticeTakenBack } from './drop-out.events.ts'
import { isAnswerAwaited, mayGiveNotice, mayProposeTransfer, type LeavingFacts } from './drop-out.policy.ts'
import { endOffer } from './end-offer.ts'
import { endCollecting } from './expire-amendment.ts'
import { missionStore } from './mission.store.ts'
import { makeOffer } from './offer-share.ts'
import { priceForTaker } from './price-for-taker.ts'
import { shareOfferStore } from './share-offer.store.ts'

/** A share as its own firm's people see what may become of it. @throws NOT_FOUND for everybody else */
export const findLeaving = async (viewer: Viewer, shareId: string, tx?: Transaction): Promise<LeavingFacts> => {
  const share = await missionStore.share(shareId, tx)
  if (!share || !mayRead('share.payment', readersOf(viewer, { firmIds: [] }, share.firmId))) throw new DomainError('NOT_FOUND')
  const mission = await missionStore.find(share.missionId, tx)
  if (!mission) throw new DomainError('NOT_FOUND')
  const [milestones, offers] = [await missionStore.milestones([mission._id], tx), await shareOfferStore.ofShare(shareId, tx)]
  return { mission, share, milestones, offers }
}

/**
 * « Me remplacer »: a firm asks one firm of the group to take its whole share over. Nothing changes before that firm has said yes.
 * @throws NOT_FOUND, OWNER_ONLY, GROUP_FROZEN, SHARE_NOT_TRANSFERABLE, OFFER_ALREADY_OPEN, TAKER_NOT_A_MEMBER, ALREADY_IN_MISSION, STALE_STATE
 */
export const proposeTransfer = async ({ viewer, input, now, ip }: Call<typeof proposeEndpoint>): Promise<string> => {
  try {
    await transaction(async (tx) => {
      const leaving = await findLeaving(viewer, input.shareId, tx)
      const { mission, share, milestones } = leaving
      allow(mayProposeTransfer(viewer, leaving))
      await groups.assertNotFrozen(mission.groupId, tx)
      const lines = await missionStore.lines([mission._id], tx)
      if (lines.some(({ firmId }) => firmId === input.firmId)) throw new DomainError('ALREADY_IN_MISSION')
      if (!(await groups.activeFirmIds(mission.groupId, tx)).includes(input.firmId)) throw new DomainError('TAKER_NOT_A_MEMBER')
      const price = await priceForTaker({ mission, milestones, shareId: share._id, after: null }, input.firmId, tx)
      if (!price) throw new DomainError('SHARE_NOT_TRANSFERABLE')
      await makeOffer({ mission, share, cause: 'transfer', after: null, now, toFirmId: input.firmId, ...price }, tx)
      await missionStore.changeShare(share, { state: share.state }, tx)
      await audit({ actor: viewer, action: 'share.propose', object: `share:${share._id}`, after: { firmId: input.firmId }, ip }, tx)
    })
    return input.shareId
  } catch (error) {
    if (duplicateKeyOf(error)) throw new DomainError('OFFER_ALREADY_OPEN')
    throw error
  }
}

/** The firm takes its proposal back, as long as it is not answered. @throws NOT_FOUND, OWNER_ONLY, OFFER_OVER, STALE_STATE */
export const withdrawTransfer = ({ viewer, input, now }: Call<typeof withdrawEndpoint>): Promise<string> =>
  transaction(async (tx) => {
    const { mission, offers } = await findLeaving(viewer, input.shareId, tx)
    if (viewer.role !== 'owner') throw new DomainError('OWNER_ONLY')
    const offer = offers.find(({ cause, state }) => cause === 'transfer' && state === 'open')
    if (!offer) throw new DomainError('OFFER_OVER')
    await endOffer({ mission, offer }, 'withdraw', { settledAt: now }, tx)
    return input.shareId
  })

/**
 * A firm gives notice to a mission under way. What falls due before its end stays its own; what falls due after is proposed to the waiting list, and until
 * somebody has taken and paid it the firm stays bound: nobody pays above its own cap for another. What is being charged for an amendment goes back.
 * @throws NOT_FOUND, OWNER_ONLY, GROUP_FROZEN, MISSION_NOT_ACTIVE, SHARE_NOT_TRANSFERABLE, NOTICE_ALREADY_GIVEN, NOTICE_FREES_NOTHING, OFFER_ALREADY_OPEN
 */
export const giveNotice = ({ viewer, input, now, ip }: Call<typeof noticeEndpoint>): Promise<string> =>
  transaction(async (tx) => {
    const leaving = await findLeaving(viewer, input.shareId, tx)
    const { mission, share } = leaving
    const endsOn = noticeEndsOn(now, mission.rules.noticeDays)
    allow(mayGiveNotice(viewer, leaving, freedMinor(leaving, endsOn)))
    await groups.assertNotFrozen(mission.groupId, tx)
    const notice = { givenAt: now, endsOn, reason: input.reason }
    const changed = await missionStore.changeShare(share, { notice }, tx)
    await audit({ actor: viewer, action: 'share.notice', object: `share:${share._id}`, after: notice, ip }, tx)
    tx.emit(noticeGiven(mission, changed))
    await endCollecting(mission, now, tx)
    return share._id
  })

/** HT: what would pass to another firm after a day. */
export const freedMinor = ({ share, milestones }: LeavingFacts, after: string | null): number =>
  amountsToTake(milestones, { shareId: share._id, after }, { rateBp: share.vatRateBp }).netMinor

/** The firm stays after all, as long as nobody has said yes. @throws NOT_FOUND, OWNER_ONLY, STALE_STATE */
export const takeNoticeBack = ({ viewer, input, now }: Call<typeof takeBackEndpoint>): Promise<string> =>
  transaction(async (tx) => {
    const { mission, share, offers } = await findLeaving(viewer, input.shareId, tx)
    if (viewer.role !== 'owner') throw new DomainError('OWNER_ONLY')
    if (!share.notice || offers.some(({ state }) => state === 'accepted')) throw new DomainError('STALE_STATE')
    const open = offers.find(isAnswerAwaited)
    if (open) await endOffer({ mission, offer: open }, 'withdraw', { settledAt: now }, tx)
    tx.emit(noticeTakenBack(mission, await missionStore.changeShare(share, { notice: null }, tx)))
    return share._id
  })
