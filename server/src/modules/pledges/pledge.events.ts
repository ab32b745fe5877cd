import type { PledgeRecord } from './pledge.model.ts'

const about = ({ _id, needId, groupId, firmId }: PledgeRecord) => ({ pledgeId: _id, needId, groupId, firmId })
export type PledgeEventData = { needId: string; groupId: string }

/** Ids only: what a firm promises is its own. Events of a need come in order. */
const pledgeEvent = <N extends string>(name: N, pledge: PledgeRecord) => ({ name, key: pledge.needId, data: about(pledge) })

export const pledgeMade = (pledge: PledgeRecord) => pledgeEvent('pledge.made', pledge)
export const pledgeChanged = (pledge: PledgeRecord) => pledgeEvent('pledge.changed', pledge)
export const pledgeConfirmed = (pledge: PledgeRecord) => pledgeEvent('pledge.confirmed', pledge)
export const pledgeWithdrawn = (pledge: PledgeRecord) => pledgeEvent('pledge.withdrawn', pledge)

type Why = 'not_confirmed' | 'need_expired' | 'need_cancelled' | 'not_in_coalition' | 'need_merged'

export const pledgeReleased = (pledge: PledgeRecord, why: Why) => ({
  name: 'pledge.released',
  key: pledge.needId,
  data: { ...about(pledge), why },
})

/** It stands in another need now, as it was. */
export const pledgeMerged = (pledge: PledgeRecord, fromNeedId: string) => ({
  name: 'pledge.merged',
  key: pledge.needId,
  data: { ...about(pledge), fromNeedId },
})

/** Of a whole need at once. */
export const pledgesLocked = (need: PledgeEventData, firmIds: string[]) => ({
  name: 'pledge.locked',
  key: need.needId,
  data: { needId: need.needId, groupId: need.groupId, firmIds },
})
