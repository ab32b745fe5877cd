import type { ReactNode } from 'react'
import classes from './data-table.module.css'

type Head = ReactNode | { text: ReactNode; numeric?: boolean }
export type Row = { key: string; cells: readonly ReactNode[]; here?: boolean; total?: boolean }
type Props = {
  caption: string
  showCaption?: boolean
  /** What is heard of it among others with the same caption. */
  label?: string
  head: readonly Head[]
  rows: readonly Row[]
}

const isNumeric = (head: Head | undefined) => typeof head === 'object' && head !== null && 'text' in head && head.numeric === true
const wordsOf = (head: Head) => (typeof head === 'object' && head !== null && 'text' in head ? head.text : head)

/** A table with its caption, its first column as row headers, numbers to the right; wider than the screen, it scrolls by itself and by keyboard. `here` is the reader's line, `total` the sum. */
export const DataTable = ({ caption, showCaption = false, label = caption, head, rows }: Props) => (
  <div className={classes['region']} role="region" aria-label={label} tabIndex={0}>
    <table className={classes['table']}>
      <caption className={showCaption ? classes['caption'] : 'sr'}>{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col" className={isNumeric(cell) ? 'num' : undefined}>
              {wordsOf(cell)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, here, total }) => (
          <tr key={key} data-here={here ? '' : undefined} data-total={total ? '' : undefined}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={index} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={index} className={isNumeric(head[index]) ? 'num' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
