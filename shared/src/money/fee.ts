import { allocate } from './allocate.ts'
import { portionMinor, withVat, type Taxed } from './vat.ts'

/** A fee on one milestone, invoiced once, and the part of it that each share's transfer bears. */
export type SplitFee = Taxed & { parts: Map<string, Taxed> }

/**
 * The platform's fee or the association's commission on one milestone: basis points of its net, rounded once, VAT on the fee's invoice, then the gross
 * divided over the shares' cells by largest remainder, so that what transfers deduct is the invoice to the cent (payments.md §5).
 */
export const splitFee = (input: {
  milestoneNetMinor: number
  feeBp: number
  vatRateBp: number
  cells: readonly { id: string; amountMinor: number }[]
  seed?: string
}): SplitFee => {
  const { cells, seed = '' } = input
  const fee = withVat(portionMinor(input.milestoneNetMinor, input.feeBp), { rateBp: input.vatRateBp })
  const weighed = cells.map((cell) => ({ id: cell.id, weight: cell.amountMinor }))
  const gross = allocate({ totalMinor: fee.grossMinor, parties: weighed, seed }).shares
  const net = allocate({
    totalMinor: fee.netMinor,
    parties: weighed.map((cell) => ({ ...cell, maxMinor: gross.get(cell.id)! })),
    seed,
  }).shares
  const parts = new Map(
    cells.map(({ id }) => {
      const [netMinor, grossMinor] = [net.get(id)!, gross.get(id)!]
      return [id, { netMinor, vatMinor: grossMinor - netMinor, grossMinor }]
    }),
  )
  return { ...fee, parts }
}
