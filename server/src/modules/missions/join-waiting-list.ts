import type { joinWaitingList as joinEndpoint, leaveWaitingList as leaveEndpoint } from '@mutuo/shared/missions/drop-out.endpoints.ts'
import { waitingPlaceProcess } from '@mutuo/shared/missions/share-offer.process.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { canMove } from '@mutuo/shared/process/process.ts'
import { organisationOf } from '../../platform/access/acting-for.ts'
import { allow } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { Call } from '../../platform/http/serve-endpoint.ts'
import { duplicateKeyOf } from '../../platform/mongo/duplicate-key.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { groups } from '../groups/index.ts'
import { needs, type NeedRecord } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { pledges } from '../pledges/index.ts'
import { waitingListChanged } from './drop-out.events.ts'
import { mayLeaveList, mayWait, type WaitingFacts } from './drop-out.policy.ts'
import { missionStore } from './mission.store.ts'
import type { WaitingPlaceRecord } from './waiting-place.model.ts'
import { waitingPlaceIdOf, waitingPlaceStore } from './waiting-place.store.ts'

/**
 * A firm that comes too late, or was not in the chosen tour de table, waits for a share to become free: a cap, its saved card, and a place in the order of
 * time. Asked again, it keeps its place with the new cap.
 * @throws NOT_FOUND, WRONG_KIND_OF_ORGANISATION, NOT_A_MEMBER, OWNER_ONLY, CHARTER_NOT_SIGNED, GROUP_FROZEN, WAITING_LIST_CLOSED, ALREADY_AT_THE_TABLE,
 * PAYMENT_METHOD_MISSING, STALE_STATE
 */
export const joinWaitingList = async (call: Call<typeof joinEndpoint>): Promise<string> => {
  try {
    return await takePlace(call)
  } catch (error) {
    // Two clicks at once: the second finds the place that the first took.
    if (!duplicateKeyOf(error)) throw error
    return takePlace(call)
  }
}

const takePlace = ({ viewer, input, now }: Call<typeof joinEndpoint>) =>
  transaction(async (tx) => {
    const need = await needs.getVisible(viewer, input.needId, tx)
    const firmId = organisationOf(viewer)
    const membership = await groups.membershipOf(firmId, need.groupId, tx)
    allow(mayWait(viewer, membership, await groups.isFrozen(need.groupId, tx), await waitingFacts(viewer, need, tx)))
    const wish = { capMinor: input.capMinor, takesOwnLots: input.takesOwnLots, userId: viewer.userId }
    const known = await waitingPlaceStore.ofFirm(need._id, firmId, tx)
    if (known?.state === 'waiting') await waitingPlaceStore.change(known, wish, tx)
    else if (known) await comeBack(known, { ...wish, joinedAt: now }, tx)
    else await waitingPlaceStore.insert(newPlace(need, firmId, { ...wish, joinedAt: now }), tx)
    tx.emit(waitingListChanged('joined', { needId: need._id, groupId: need.groupId, firmId }))
    return need._id
  })

const comeBack = async (place: WaitingPlaceRecord, set: Partial<WaitingPlaceRecord>, tx: Transaction): Promise<void> => {
  if (!canMove(waitingPlaceProcess, place.state, 'comeBack', 'owner')) throw new DomainError('ALREADY_AT_THE_TABLE')
  await waitingPlaceStore.change(place, { ...set, state: waitingPlaceProcess.moves.comeBack.to }, tx)
}

const newPlace = (
  { _id: needId, groupId }: NeedRecord,
  firmId: string,
  wish: Pick<WaitingPlaceRecord, 'capMinor' | 'takesOwnLots' | 'userId' | 'joinedAt'>,
): WaitingPlaceRecord => ({
  _id: waitingPlaceIdOf(needId, firmId),
  needId,
  groupId,
  firmId,
  state: waitingPlaceProcess.initial,
  version: 1,
  ...wish,
})

/** At the table: its pledge is bound, or it has, or had, a share of its own. */
export const waitingFacts = async (viewer: Viewer, need: NeedRecord, tx?: Transaction): Promise<WaitingFacts> => {
  const firmId = viewer.organisationId ?? ''
  const mission = await missionStore.ofNeed(need._id, tx)
  const lines = mission ? await missionStore.lines([mission._id], tx) : []
  const card = await organisations.paymentOf(firmId, tx)
  return {
    needState: need.state,
    mission,
    isAtTable: (await pledges.idsOf(need._id, tx)).has(firmId) || lines.some((line) => line.firmId === firmId),
    hasCard: Boolean(card?.paymentMethodId),
  }
}

/** Free, at any time. @throws NOT_FOUND, WRONG_KIND_OF_ORGANISATION, OWNER_ONLY, STALE_STATE */
export const leaveWaitingList = ({ viewer, input }: Call<typeof leaveEndpoint>) =>
  transaction(async (tx) => {
    const need = await needs.getVisible(viewer, input.needId, tx)
    const firmId = viewer.organisationId ?? ''
    allow(mayLeaveList(viewer))
    const place = await waitingPlaceStore.ofFirm(need._id, firmId, tx)
    if (!place || !canMove(waitingPlaceProcess, place.state, 'leave', 'owner')) throw new DomainError('STALE_STATE')
    await waitingPlaceStore.change(place, { state: waitingPlaceProcess.moves.leave.to }, tx)
    tx.emit(waitingListChanged('left', { needId: need._id, groupId: need.groupId, firmId }))
    return need._id
  })

/** The mission is over, or there will be none: nobody's card waits for it any more. */
export const closeWaitingList = (needId: string) => transaction((tx) => waitingPlaceStore.closeAll(needId, tx))
