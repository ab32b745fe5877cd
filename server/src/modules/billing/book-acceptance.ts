import { post } from '@mutuo/shared/ledger/posting.ts'
import { releaseOf } from '@mutuo/shared/missions/allocation.ts'
import { STANDARD_VAT_BP } from '@mutuo/shared/money/vat.ts'
import { ledger } from '../ledger/index.ts'
import { missions } from '../missions/index.ts'
import { organisations } from '../organisations/index.ts'
import { transferDue } from './billing.events.ts'
import { firstLookAt } from './payment.rules.ts'
import { paymentStore } from './payment.store.ts'
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
    const charges = new Map(
      (
        await paymentStore.succeededOfShares(
          cells.map((cell) => cell.shareId),
          tx,
        )
      ).map((payment) => [payment.shareId, payment.chargeId]),
    )
    const transfers: TransferRecord[] = []
    for (const cell of cells) {
      const release = releases.get(cell.shareId)
      const sourceChargeId = charges.get(cell.shareId)
      if (!release || !sourceChargeId) throw new Error(`part ${milestoneId}:${cell.shareId} was accepted before it was paid`)
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
      transfers.push({
        _id: `${milestoneId}:${cell.shareId}`,
        missionId,
        milestoneId,
        shareId: cell.shareId,
        firmId: cell.firmId,
        freelancerId: mission.freelancerId,
        state: 'queued',
        version: 1,
        amountMinor: release.transferMinor,
        grossMinor: release.grossMinor,
        feeGrossMinor: release.fee.grossMinor,
        commissionGrossMinor: release.commission.grossMinor,
        sourceChargeId,
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
