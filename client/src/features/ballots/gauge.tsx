import type { ReactNode } from 'react'
import { SharesBar, type Segment } from '../../ui/shares-bar.tsx'
import classes from './ballots.module.css'

type Props = {
  title: string
  figure?: ReactNode
  segments: readonly Omit<Segment, 'colour'>[]
  total: number
  mark: { at: number; text: string }
  children?: ReactNode
}

/** A bar with its threshold, and the same in words above it. */
export const Gauge = ({ title, figure, segments, total, mark, children }: Props) => (
  <div className={classes['gauge']}>
    <p>{figure ?? <b>{title}</b>}</p>
    <SharesBar
      label={`${title} ; ${mark.text}`}
      segments={segments.map((segment) => ({ ...segment, colour: 'var(--canard-7)' }))}
      total={total}
      mark={mark}
      size="sm"
    />
    {children}
  </div>
)
