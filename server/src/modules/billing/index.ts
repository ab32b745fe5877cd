import { moneyPlacesOf } from '@mutuo/shared/billing/money-places.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { transferStore } from './transfer.store.ts'

/** What later modules may ask of billing. */
export const billing = {
  /** Where the money of each mission is, read from the books; gross. */
  async placesOf(missionIds: string[]) {
    const [entries, records] = await Promise.all([ledger.entriesOf(missionIds), missions.many(missionIds)])
    return new Map(
      records.map((mission) => [
        mission._id,
        { ...moneyPlacesOf(entries.filter((entry) => entry.missionId === mission._id), mission.associationId), entries: entries.filter((entry) => entry.missionId === mission._id) },
      ]),
    )
  },
  transfersOf: (missionIds: string[]) => transferStore.ofMissions(missionIds),
}
