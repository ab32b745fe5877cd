import { placesOf, type MoneyPlaces } from '@mutuo/shared/ledger/balance.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import { checkInvariants } from './check-invariants.ts'
import { paymentStore } from './payment.store.ts'
import { transferStore } from './transfer.store.ts'

/** What later modules may ask of billing. */
export const billing = {
  /** Where the money of each mission is, read from the books, with its entries; gross. */
  async placesOf(missionIds: string[]): Promise<Map<string, { places: MoneyPlaces; entries: EntryRecord[] }>> {
    const entries = await ledger.entriesOf(missionIds)
    return new Map(
      missionIds.map((missionId) => {
        const own = entries.filter((entry) => entry.missionId === missionId)
        return [missionId, { places: placesOf(own), entries: own }]
      }),
    )
  },
  /** Shares of which a payment was refused once, whatever came after. */
  declinedShareIds: (missionIds: string[]) => paymentStore.declinedSharesOf(missionIds),
  transfersOf: (missionIds: string[]) => transferStore.ofMissions(missionIds),
  checkInvariants,
}
