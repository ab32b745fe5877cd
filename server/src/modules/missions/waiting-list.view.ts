import type { WaitingList } from '@mutuo/shared/missions/drop-out.schema.ts'
import { abilityOf } from '../../platform/access/abilities.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { groups } from '../groups/index.ts'
import { needs } from '../needs/index.ts'
import { organisations } from '../organisations/index.ts'
import { mayLeaveList, maySeeWhoWaits, mayWait } from './drop-out.policy.ts'
import { waitingFacts } from './join-waiting-list.ts'
import { markIn } from './mission.view.ts'
import type { WaitingPlaceRecord } from './waiting-place.model.ts'
import { waitingPlaceStore } from './waiting-place.store.ts'

/** How many firms wait for a share of a need, and the reader's own place. Who they are is the association's to know. @throws NOT_FOUND */
export const presentWaitingList = async (needId: string, viewer: Viewer): Promise<WaitingList> => {
  const need = await needs.getVisible(viewer, needId)
  const [places, membership, isFrozen, facts] = await Promise.all([
    waitingPlaceStore.ofNeed(needId),
    groups.membershipOf(viewer, need.groupId),
    groups.isFrozen(need.groupId),
    waitingFacts(viewer, need),
  ])
  const at = places.findIndex(({ firmId }) => firmId === viewer.organisationId)
  const mine = places[at]
  const join = mayWait(viewer, membership, isFrozen, facts)
  const isOffered = viewer.organisationKind === 'sme' && (join.allowed || !silent.includes(join.reason))
  return {
    needId,
    firms: places.length,
    ...(mine && {
      mine: {
        position: at + 1,
        capMinor: mine.capMinor,
        takesOwnLots: mine.takesOwnLots,
        joinedAt: mine.joinedAt.toISOString(),
      },
    }),
    hasOwnLots: need.content.lots.some((lot) => lot.kind === 'own'),
    ...(maySeeWhoWaits(viewer, need) && { rows: await rowsOf(places) }),
    abilities: [...(isOffered ? [abilityOf('join', join)] : []), ...(mine ? [abilityOf('leave', mayLeaveList(viewer))] : [])],
  }
}

/** There is no list to put oneself on: nothing is said of it. */
const silent = ['WAITING_LIST_CLOSED', 'ALREADY_AT_THE_TABLE', 'WRONG_KIND_OF_ORGANISATION', 'NOT_A_MEMBER']

export const rowsOf = async (places: readonly WaitingPlaceRecord[]): Promise<NonNullable<WaitingList['rows']>> => {
  const mark = markIn(await organisations.marksOf(places.map(({ firmId }) => firmId)))
  return places.map(({ firmId, joinedAt }, at) => ({ position: at + 1, firm: mark(firmId), since: joinedAt.toISOString() }))
}
