import { splitRelease } from '@mutuo/shared/billing/charge-room.rules.ts'
import { post } from '@mutuo/shared/ledger/posting.ts'
import { releaseOf } from '@mutuo/shared/missions/allocation.ts'
import { STANDARD_VAT_BP } from '@mutuo/shared/money/vat.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { transferDue } from './billing.events.ts'
import { roomsOf } from './charge-rooms.ts'
import { firstLookAt } from './payment.rules.ts'
import type { TransferRecord } from './transfer.model.ts'
import { transferStore } from './transfer.store.ts'

type Accepted = { missionId: string; milestoneId: string; releasedFirmIds: string[] }

/**
 * Parts of a milestone are accepted: each leaves the retained funds, owed to the freelancer less the platform's fee and the association's
 * commission, and its transfer is asked for. Fees are computed once for the whole milestone and divided over its parts, so that parts accepted
 * at different times still sum to it (payments.md §5).
 */
export const bookAcceptance = ({ missionId, milestoneId, releasedFirmIds }: Accepted, now: Date) =>
  ledger.bookInTurn(missionId, async (tx) => {
    const [mission, milestone] = [await missions.find(missionId, tx), await missions.milestone(missionId, milestoneId, tx)]
    if (!mission || !milestone) throw new Error(`milestone ${milestoneId} of mission ${missionId} is gone`)
    const taxes = await organisations.taxProfilesOf([mission.associationId], tx)
    const releases = releaseOf({
      milestoneId,
      cells: milestone.cells.map(({ shareId, netMinor, grossMinor }) => ({ shareId, netMinor, grossMinor })),
      feeBp: mission.rules.platformFeeBp,
      feeVatBp: STANDARD_VAT_BP,
      commissionBp: mission.rules.commissionBp,
      commissionVatBp: taxes.get(mission.associationId)?.vatStatus === 'standard' ? STANDARD_VAT_BP : 0,
    })
    const cells = milestone.cells.filter((cell) => releasedFirmIds.includes(cell.firmId))
    const rooms = await roomsOf(
      missionId,
      cells.map((cell) => cell.shareId),
      tx,
    )
    const transfers: TransferRecord[] = []
    for (const cell of cells) {
      const release = releases.get(cell.shareId)
      if (!release) throw new Error(`part ${milestoneId}:${cell.shareId} has no release`)
      const isNew = await ledger.post(
        post.partAccepted({
          missionId,
          milestoneId,
          shareId: cell.shareId,
          paidBy: [{ payerId: cell.firmId, amountMinor: release.grossMinor }],
          freelancerId: mission.freelancerId,
          associationId: mission.associationId,
          fee: release.fee,
          commission: release.commission,
        }),
        now,
        tx,
      )
      if (!isNew) continue
      const parts = splitRelease(rooms.get(cell.shareId) ?? [], {
        grossMinor: release.grossMinor,
        transferMinor: release.transferMinor,
        feeMinor: release.fee.grossMinor,
      })
      for (const [at, part] of parts.entries())
        transfers.push({
          _id: `${milestoneId}:${cell.shareId}${at === 0 ? '' : `:${at + 1}`}`,
          missionId,
          milestoneId,
          shareId: cell.shareId,
          firmId: cell.firmId,
          freelancerId: mission.freelancerId,
          state: 'queued',
          version: 1,
          amountMinor: part.transferMinor,
          grossMinor: part.amountMinor,
          feeGrossMinor: part.feeMinor,
          commissionGrossMinor: part.commissionMinor,
          sourceChargeId: part.chargeId,
          refusals: 0,
          stripeTransferId: null,
          bookedAt: now,
          sentAt: null,
          lookAt: firstLookAt(now),
        })
    }
    if (transfers.length > 0) await transferStore.insert(transfers, tx)
    for (const transfer of transfers) tx.emit(transferDue(transfer, 'first'))
  })
