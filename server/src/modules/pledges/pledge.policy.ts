import { mayRead, readersOf } from '@mutuo/shared/audiences/audiences.ts'
import { isGathering } from '@mutuo/shared/needs/need.rules.ts'
import { no, yes } from '../../platform/access/decision.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import type { NeedRecord } from '../needs/index.ts'
import type { PledgeRecord } from './pledge.model.ts'

/** A firm's pledge is known to its own people. */
export const maySeePledge = (viewer: Viewer, pledge: PledgeRecord): boolean =>
  mayRead('pledge.terms', readersOf(viewer, { firmIds: [] }, pledge.firmId))

/** What a key would cost is for those among whom it is divided, and their association. */
export const maySeeKeys = (isInside: boolean) => (isInside ? yes : no('NOT_A_MEMBER'))

/** While the need gathers, its owner changes or confirms it; nothing is pledged in a frozen group. */
export const mayBind = (viewer: Viewer, need: NeedRecord, isFrozen: boolean, now: Date) => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  if (!isGathering(need, now)) return no('NEED_NOT_OPEN')
  return isFrozen ? no('GROUP_FROZEN') : yes
}

/** Free until the lock, which is the end of the gathering, whether a job has run or not. */
export const mayWithdraw = (viewer: Viewer, need: NeedRecord, now: Date) => {
  if (viewer.role !== 'owner') return no('OWNER_ONLY')
  return isGathering(need, now) ? yes : no('PLEDGE_LOCKED')
}
