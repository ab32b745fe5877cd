import { DomainError } from '../errors/domain-error.ts'
import { allocate } from './allocate.ts'
import { sumMinor } from './money.ts'

type Side = { id: string; amountMinor: number }

/**
 * The cents that each row (a firm's share) pays for each column (a milestone): differences of cumulative allocations, so every row and every column is
 * exact (payments.md §5). Plain differences can fall a cent below zero where a cell is worth less than two: each allocation therefore starts from the
 * one before it. Columns keep their order, and cutting a later one leaves the earlier ones alone. @throws TOTALS_DIFFER
 */
export const splitMatrix = ({ rows, columns, seed = '' }: { rows: readonly Side[]; columns: readonly Side[]; seed?: string }) => {
  const totalMinor = sumMinor(rows.map((row) => row.amountMinor))
  const columnsMinor = sumMinor(columns.map((column) => column.amountMinor))
  if (columnsMinor !== totalMinor) throw new DomainError('TOTALS_DIFFER', { rowsMinor: totalMinor, columnsMinor })
  const matrix = new Map<string, Map<string, number>>()
  let before = new Map(rows.map((row) => [row.id, 0]))
  let cumulativeMinor = 0
  for (const column of columns) {
    cumulativeMinor += column.amountMinor
    const parties = rows.map(({ id, amountMinor }) => ({ id, weight: amountMinor, minMinor: before.get(id)!, maxMinor: amountMinor }))
    const after = allocate({ totalMinor: cumulativeMinor, parties, seed }).shares
    matrix.set(column.id, new Map(rows.map(({ id }) => [id, after.get(id)! - before.get(id)!])))
    before = after
  }
  return matrix
}
