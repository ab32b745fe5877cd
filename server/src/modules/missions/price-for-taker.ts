import { amountsToTake, type HandedMilestone, type ShareAmounts } from '@mutuo/shared/missions/hand-over.rules.ts'
import { DomainError } from '@mutuo/shared/errors/domain-error.ts'
import { vatTreatment, type VatTreatment } from '@mutuo/shared/money/vat.ts'
import type { Transaction } from '../../platform/mongo/transaction.ts'
import { organisations } from '../organisations/index.ts'
import type { MissionRecord } from './mission.model.ts'

type Taking = { mission: MissionRecord; milestones: readonly HandedMilestone[]; shareId: string; after: string | null }

/** What a firm would pay for the parts that move, with its own VAT. Null where there is nothing to pay, or its tax situation is not served. */
export const priceForTaker = async (
  { mission, milestones, shareId, after }: Taking,
  toFirmId: string,
  tx: Transaction,
): Promise<{ amounts: ShareAmounts; treatment: VatTreatment } | null> => {
  const taxes = await organisations.taxProfilesOf([mission.freelancerId, toFirmId], tx)
  try {
    const treatment = vatTreatment(organisations.asSupplier(taxes.get(mission.freelancerId)), organisations.asBuyer(taxes.get(toFirmId)))
    const amounts = amountsToTake(milestones, { shareId, after }, treatment)
    return amounts.netMinor > 0 ? { amounts, treatment } : null
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
