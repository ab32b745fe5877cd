import { firmSharesOf, type FirmShare } from '../bids/firm-shares.ts'
import type { PricedFirm, Pricing } from '../bids/pricing.ts'
import { DomainError } from '../errors/domain-error.ts'
import { splitFee } from '../money/fee.ts'
import { splitByWeight } from '../money/largest-remainder.ts'
import { splitMatrix } from '../money/matrix.ts'
import { sumMinor } from '../money/money.ts'
import { vatTreatment, withVat, type Taxed, type VatBuyer, type VatSupplier, type VatTreatment } from '../money/vat.ts'

/** Weights compare the milestones of one lot. */
type PricedMilestone = { id: string; lotId: string; weight: number }

/** What one firm owes: HT, and the gross that it is charged, which is the sum of its planned invoices and never a rounding of its own. */
export type PlannedShare = Taxed & {
  firmId: string
  treatment: VatTreatment
  ownMinor: number
  commonMinor: number
  lots: Map<string, number>
}
/** One milestone and each firm's planned invoice for it. A firm that owes nothing for it has no cell. */
export type PlannedMilestone = { id: string; lotId: string; netMinor: number; cells: Map<string, Taxed> }
export type MissionAllocation = { priceMinor: number; shares: PlannedShare[]; milestones: PlannedMilestone[] }

type Award = {
  offer: { pricing: Pricing; seed?: string | undefined }
  /** The members of the chosen bid's coalition. */
  firms: readonly PricedFirm[]
  milestones: readonly PricedMilestone[]
  vat: { supplier: VatSupplier; buyers: ReadonlyMap<string, VatBuyer> }
}

/**
 * What an award fixes once and for all: each firm's share, each milestone's amount, and the invoice of every cell. Rows, columns and lots are exact to the
 * cent (domain.md rules 3 and 4). @throws CAPS_TOO_LOW, TOO_FEW_FIRMS, LOTS_DO_NOT_MATCH, and those of `vatTreatment`
 */
export const allocateMission = ({ offer, firms, milestones, vat }: Award): MissionAllocation => {
  const priced = firmSharesOf(offer.pricing, firms, offer.seed)
  if (!priced.isFunded) throw new DomainError(priced.reason, { shortfallMinor: priced.shortfallMinor, firmsMissing: priced.firmsMissing })
  const shares = [...priced.shares.values()]
  const treatments = new Map(shares.map(({ firmId }) => [firmId, vatTreatment(vat.supplier, buyerOf(vat.buyers, firmId))]))
  const netCells = netCellsOf(offer, shares, milestones)
  const planned = milestones.map(({ id, lotId }): PlannedMilestone => {
    const cells = [...netCells.get(id)!].filter(([, netMinor]) => netMinor > 0)
    const taxed = new Map(cells.map(([firmId, netMinor]) => [firmId, withVat(netMinor, treatments.get(firmId)!)]))
    return { id, lotId, netMinor: sumMinor(cells.map(([, netMinor]) => netMinor)), cells: taxed }
  })
  return {
    priceMinor: priced.totalMinor,
    shares: shares.map((share) => plannedShare(share, treatments.get(share.firmId)!, planned)),
    milestones: planned,
  }
}

/** What a release of one cell divides: gross paid by the firm, less the platform's fee and the association's commission, is what is transferred. */
export type CellRelease = { grossMinor: number; fee: Taxed; commission: Taxed; transferMinor: number }

/**
 * The releases of a milestone, for every one of its cells, accepted or not: fee and commission are rounded once for the whole milestone, so that a part
 * that is released later finds its own part of them unchanged (payments.md §5).
 */
export const releaseOf = (input: {
  milestoneId: string
  cells: readonly { shareId: string; netMinor: number; grossMinor: number }[]
  feeBp: number
  feeVatBp: number
  commissionBp: number
  commissionVatBp: number
}): Map<string, CellRelease> => {
  const milestoneNetMinor = sumMinor(input.cells.map((cell) => cell.netMinor))
  const cells = input.cells.map((cell) => ({ id: cell.shareId, amountMinor: cell.netMinor }))
  const shared = { milestoneNetMinor, cells, seed: input.milestoneId }
  const fee = splitFee({ ...shared, feeBp: input.feeBp, vatRateBp: input.feeVatBp })
  const commission = splitFee({ ...shared, feeBp: input.commissionBp, vatRateBp: input.commissionVatBp })
  return new Map(
    input.cells.map(({ shareId, grossMinor }) => {
      const [itsFee, itsCommission] = [fee.parts.get(shareId)!, commission.parts.get(shareId)!]
      const transferMinor = grossMinor - itsFee.grossMinor - itsCommission.grossMinor
      return [shareId, { grossMinor, fee: itsFee, commission: itsCommission, transferMinor }]
    }),
  )
}

/** A common lot's milestones are a matrix over all firms; an own lot's are each firm's own affair, cut alike for equal firms. */
const netCellsOf = ({ pricing, seed = '' }: Award['offer'], shares: readonly FirmShare[], milestones: readonly PricedMilestone[]) => {
  const cells = new Map(milestones.map((milestone) => [milestone.id, new Map<string, number>()]))
  const commonLotIds = new Set(pricing.commonLots.map((lot) => lot.lotId))
  for (const lotId of new Set(shares.flatMap((share) => [...share.lots.keys()]))) {
    const parts = shares.map((share) => ({ id: share.firmId, amountMinor: share.lots.get(lotId) ?? 0 }))
    const lotMinor = sumMinor(parts.map((part) => part.amountMinor))
    const its = milestones.filter((milestone) => milestone.lotId === lotId)
    if (lotMinor > 0 && its.length === 0) throw new DomainError('LOTS_DO_NOT_MATCH')
    if (lotMinor === 0) continue
    if (commonLotIds.has(lotId)) {
      const matrix = splitMatrix({ rows: parts, columns: cutInto(lotMinor, its), seed })
      for (const { id } of its) for (const [firmId, netMinor] of matrix.get(id)!) cells.get(id)!.set(firmId, netMinor)
    } else {
      for (const part of parts) for (const { id, amountMinor } of cutInto(part.amountMinor, its)) cells.get(id)!.set(part.id, amountMinor)
    }
  }
  return cells
}

const cutInto = (amountMinor: number, milestones: readonly PricedMilestone[]) => {
  const ids = milestones.map((milestone) => milestone.id)
  const amounts = splitByWeight(
    amountMinor,
    milestones.map((milestone) => milestone.weight),
    ids,
  )
  return ids.map((id, i) => ({ id, amountMinor: amounts[i]! }))
}

const plannedShare = (share: FirmShare, treatment: VatTreatment, milestones: readonly PlannedMilestone[]): PlannedShare => {
  const own = milestones.flatMap((milestone) => milestone.cells.get(share.firmId) ?? [])
  return {
    firmId: share.firmId,
    treatment,
    netMinor: share.shareMinor,
    vatMinor: sumMinor(own.map((cell) => cell.vatMinor)),
    grossMinor: sumMinor(own.map((cell) => cell.grossMinor)),
    ownMinor: share.ownMinor,
    commonMinor: share.commonMinor,
    lots: share.lots,
  }
}

const buyerOf = (buyers: Award['vat']['buyers'], firmId: string): VatBuyer => {
  const buyer = buyers.get(firmId)
  if (!buyer) throw new Error(`Firm ${firmId} has no tax profile.`)
  return buyer
}
