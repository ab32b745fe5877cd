import { pledgeProcess } from '@mutuo/shared/pledges/pledge.process.ts'
import { transaction, type Transaction } from '../../platform/mongo/transaction.ts'
import { needs } from '../needs/index.ts'
import { pledgeReleased, pledgesLocked } from './pledge.events.ts'
import { pledgeStore } from './pledge.store.ts'

const { lock, release, convert } = pledgeProcess.moves

/** The gathering is over: who has confirmed is bound, who has not is free. */
export const lockPledges = (needId: string): Promise<void> =>
  transaction(async (tx) => {
    const need = await needs.get(needId, tx)
    const ready = await pledgeStore.ofNeeds([needId], lock.from, tx)
    const drafts = await pledgeStore.ofNeeds([needId], ['draft'], tx)
    await pledgeStore.moveAll(ready, lock.to, tx)
    await pledgeStore.moveAll(drafts, release.to, tx)
    if (ready.length > 0)
      tx.emit(
        pledgesLocked(
          { needId, groupId: need.groupId },
          ready.map((pledge) => pledge.firmId),
        ),
      )
    for (const pledge of drafts) tx.emit(pledgeReleased(pledge, 'not_confirmed'))
  })

/** The need came to nothing: everybody is free. */
export const releasePledges = (needId: string, why: 'need_expired' | 'need_cancelled'): Promise<void> =>
  transaction(async (tx) => {
    const bound = await pledgeStore.ofNeeds([needId], release.from, tx)
    await pledgeStore.moveAll(bound, release.to, tx)
    for (const pledge of bound) tx.emit(pledgeReleased(pledge, why))
  })

/** The award takes these firms; the others are free. */
export const convertPledges = async (needId: string, firmIds: readonly string[], tx: Transaction): Promise<void> => {
  const bound = await pledgeStore.ofNeeds([needId], [...lock.from, ...convert.from], tx)
  const rest = bound.filter((pledge) => !firmIds.includes(pledge.firmId))
  await pledgeStore.moveAll(
    bound.filter((pledge) => firmIds.includes(pledge.firmId)),
    convert.to,
    tx,
  )
  await pledgeStore.moveAll(rest, release.to, tx)
  for (const pledge of rest) tx.emit(pledgeReleased(pledge, 'not_in_coalition'))
}
