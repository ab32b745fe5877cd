import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnstyledButton } from '@mantine/core'
import { money } from '../platform/format.ts'
import { DataTable } from './data-table.tsx'
import classes from './price-curve.module.css'

export type CurvePoint = { count: number; minor: number | null }
type Props = {
  points: readonly CurvePoint[]
  /** The number that holds now; its step is the accent. */
  current: number
  /** `5` → `5 entreprises`. */
  countLabel: (count: number) => string
  /** Words after today's price: `aujourd’hui`. */
  currentLabel: string
  title: string
  headings: { count: string; price: string }
  /** What a missing price is called. */
  missing?: string
}

const box = { width: 680, height: 250, left: 50, right: 650, top: 40, bottom: 160 }

/** What one pays for each number of firms: a stair that goes down, and the same as a table (always on the phone). */
export const PriceCurve = ({ points, current, countLabel, currentLabel, title, headings, missing = '–' }: Props) => {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const known = points.filter((point): point is { count: number; minor: number } => point.minor !== null)
  const table = (
    <DataTable
      caption={title}
      head={[headings.count, { text: headings.price, numeric: true }]}
      rows={points.map(({ count, minor }) => ({
        key: String(count),
        here: count === current,
        cells: [
          count === current ? `${countLabel(count)}, ${currentLabel}` : countLabel(count),
          minor === null ? missing : money(minor, { whole: true }),
        ],
      }))}
    />
  )
  return (
    <div className={classes['curve']}>
      <div className={classes['head']}>
        <h2>{title}</h2>
        <UnstyledButton className={`${classes['toggle']} wide-only`} onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'curve.asDrawing' : 'curve.asTable')}
        </UnstyledButton>
      </div>
      {asTable || known.length < 2 ? (
        table
      ) : (
        <Stair points={known} current={current} countLabel={countLabel} currentLabel={currentLabel} title={title} />
      )}
      {!asTable && known.length >= 2 && <div className="phone-only">{table}</div>}
    </div>
  )
}

type StairProps = Pick<Props, 'current' | 'countLabel' | 'currentLabel' | 'title'> & { points: readonly { count: number; minor: number }[] }

const Stair = ({ points, current, countLabel, currentLabel, title }: StairProps) => {
  const step = (box.right - box.left) / points.length
  const prices = points.map(({ minor }) => minor)
  const [low, high] = [Math.min(...prices), Math.max(...prices)]
  const placed = points.map(({ count, minor }, index) => ({
    count,
    minor,
    from: box.left + index * step,
    to: box.left + (index + 1) * step,
    y: high === low ? (box.top + box.bottom) / 2 : box.top + ((high - minor) * (box.bottom - box.top)) / (high - low),
  }))
  const line = placed.map(({ from, to, y }, index) => `${index === 0 ? `M${from} ${y}` : `V${y}`}H${to}`).join('')
  // Today's words are longer than a step: they go on over the lower ones to their right.
  const startsHere = (count: number) => count === current && count !== placed.at(-1)?.count
  const words = points.map(({ count, minor }) => `${countLabel(count)} ${money(minor, { whole: true })}`).join(', ')
  return (
    <svg
      className={`${classes['stair']} wide-only`}
      viewBox={`0 0 ${box.width} ${box.height}`}
      role="img"
      aria-label={`${title} : ${words}`}
    >
      <path d="M40 200H660M40 140H660M40 80H660" stroke="var(--line)" />
      <path d={line} fill="none" stroke="var(--canard-7)" strokeWidth="4" strokeLinejoin="round" />
      {placed.map(({ count, minor, from, to, y }) => {
        const middle = (from + to) / 2
        const isNow = count === current
        return (
          <g key={count} textAnchor="middle">
            {isNow ? (
              <path d={`M${from} ${y}H${to}`} stroke="var(--ocre-4)" strokeWidth="10" strokeLinecap="round" />
            ) : (
              <circle cx={middle} cy={y} r="5" fill="var(--canard-7)" />
            )}
            <text
              x={startsHere(count) ? from + 8 : middle}
              y={y - 14}
              textAnchor={startsHere(count) ? 'start' : undefined}
              className={isNow ? classes['now'] : undefined}
            >
              {money(minor, { whole: true })}
              {isNow && ` ${currentLabel}`}
            </text>
            <text x={middle} y="226" className={isNow ? classes['now'] : undefined}>
              {isNow ? countLabel(count) : count}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
