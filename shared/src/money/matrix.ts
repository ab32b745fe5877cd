import { DomainError } from '../errors/domain-error.ts'
import { splitByWeight } from './largest-remainder.ts'
import { sumMinor } from './money.ts'

type Side = { id: string; amountMinor: number }

/** Under two cents a difference of two roundings could fall below zero (payments.md §5). */
const SMALLEST_CELL_MINOR = 2

/**
 * The cents that each row (a firm's share) pays for each column (a milestone): differences of cumulative allocations, so every row and every column is
 * exact and no cell is negative. Columns keep their order: an amendment of later ones leaves the earlier ones alone. @throws TOTALS_DIFFER, CELL_TOO_SMALL
 */
export const splitMatrix = ({ rows, columns, seed = '' }: { rows: readonly Side[]; columns: readonly Side[]; seed?: string }) => {
  const weights = rows.map((row) => row.amountMinor)
  const ids = rows.map((row) => row.id)
  const total = sumMinor(weights)
  if (sumMinor(columns.map((column) => column.amountMinor)) !== total) throw new DomainError('TOTALS_DIFFER', { totalMinor: total })
  refuseTinyCells(rows, columns, total)
  const matrix = new Map<string, Map<string, number>>()
  let before = weights.map(() => 0)
  let cumulative = 0
  for (const column of columns) {
    cumulative += column.amountMinor
    const after = splitByWeight(cumulative, weights, ids, seed)
    matrix.set(column.id, new Map(ids.map((id, i) => [id, after[i]! - before[i]!])))
    before = after
  }
  return matrix
}

const smallestAboveZero = (sides: readonly Side[]) =>
  sides.reduce<Side | null>(
    (least, side) => (side.amountMinor > 0 && (!least || side.amountMinor < least.amountMinor) ? side : least),
    null,
  )

const refuseTinyCells = (rows: readonly Side[], columns: readonly Side[], total: number) => {
  const [row, column] = [smallestAboveZero(rows), smallestAboveZero(columns)]
  if (!row || !column) return
  if (BigInt(row.amountMinor) * BigInt(column.amountMinor) < BigInt(SMALLEST_CELL_MINOR) * BigInt(total)) {
    throw new DomainError('CELL_TOO_SMALL', { rowId: row.id, columnId: column.id })
  }
}
