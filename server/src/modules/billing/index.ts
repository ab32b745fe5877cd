import { placesOf, type MoneyPlaces } from '@mutuo/shared/ledger/balance.ts'
import { ledger, type EntryRecord } from '../ledger/index.ts'
import type { Viewer } from '../../platform/access/viewer.ts'
import { readableOfAll, type Known } from './mission-money.view.ts'
import { checkInvariants } from './check-invariants.ts'
import { paymentStore } from './payment.store.ts'
import { transferStore } from './transfer.store.ts'

/** What later modules may ask of billing. */
export const billing = {
  /**
   * Where the money of each mission is, gross, with its entries, as far as the association that looks after it may read them: no sum over missions says more
   * than their pages do.
   */
  async placesFor(
    viewer: Viewer,
    known: readonly Omit<Known, 'surplus'>[],
  ): Promise<Map<string, { places: MoneyPlaces; entries: EntryRecord[] }>> {
    const entries = await ledger.entriesOf(known.map(({ mission }) => mission._id))
    return new Map(
      known.map((one) => {
        const own = entries.filter((entry) => entry.missionId === one.mission._id)
        // An association reads whatever was paid, too much or not.
        const readable = own.filter(readableOfAll(viewer, own, { ...one, surplus: new Set() }))
        return [one.mission._id, { places: placesOf(readable), entries: readable }]
      }),
    )
  },
  /** Shares of which a payment was refused once, whatever came after. */
  declinedShareIds: (missionIds: string[]) => paymentStore.declinedSharesOf(missionIds),
  transfersOf: (missionIds: string[]) => transferStore.ofMissions(missionIds),
  checkInvariants,
}
