import { isOutdated } from '@mutuo/shared/missions/amendment.rules.ts'
import { transaction } from '../../platform/mongo/transaction.ts'
import { amendmentExpired } from './amendment.events.ts'
import { amendmentStore } from './amendment.store.ts'
import { missionStore } from './mission.store.ts'
import { amendable } from './revise-mission.ts'

/** The mission has moved on: an amendment of what is accepted, contested or over falls, so that another can be proposed. */
export const expireOutdated = (missionId: string, now: Date) =>
  transaction(async (tx) => {
    const amendment = await amendmentStore.latest(missionId, tx)
    const mission = await missionStore.find(missionId, tx)
    if (!mission || amendment?.state !== 'proposed') return
    const milestones = await missionStore.milestones([missionId], tx)
    if (mission.state === 'active' && !isOutdated(amendment.changes, milestones.map(amendable))) return
    tx.emit(amendmentExpired(mission, await amendmentStore.change(amendment, { state: 'expired', settledAt: now }, tx)))
  })

/** Its time is over without agreement. */
export const expireDue = (amendmentId: string, now: Date) =>
  transaction(async (tx) => {
    const amendment = await amendmentStore.find(amendmentId, tx)
    const mission = amendment && (await missionStore.find(amendment.missionId, tx))
    if (!mission || amendment.state !== 'proposed' || amendment.expiresAt > now) return
    tx.emit(amendmentExpired(mission, await amendmentStore.change(amendment, { state: 'expired', settledAt: now }, tx)))
  })
