import type { CSSProperties } from 'react'
import classes from './shares-bar.module.css'

/** `colour`: 0 to 7 (a firm's), or a CSS colour. `look`: hatched = retained or announced, dashed = not yet. */
export type Segment = {
  key: string
  weight: number
  colour?: number | string | undefined
  look?: 'solid' | 'hatched' | 'dashed' | undefined
}
type Props = {
  segments: readonly Segment[]
  /** What the whole bar stands for, in the weight's unit. */
  total: number
  /** Says the bar in words: it is the bar's text for screen readers. */
  label: string
  mark?: { at: number; text?: string; title?: string } | undefined
  size?: 'sm' | 'md' | 'lg'
}

const paint = (colour: number | string | undefined) =>
  typeof colour === 'number' ? `var(--f${colour + 1})` : (colour ?? 'var(--canard-5)')
const ratio = (part: number, total: number) => (total > 0 ? `${Math.min(100, (part * 100) / total).toFixed(3)}%` : '0%')

/** The round of shares laid flat: a segment each, and a dashed mark where the minimum is. */
export const SharesBar = ({ segments, total, label, mark, size = 'md' }: Props) => (
  <div className={classes['shares']} data-size={size} data-marked={mark?.text ? '' : undefined} role="img" aria-label={label}>
    <div className={classes['bar']}>
      {segments.map(({ key, weight, colour, look = 'solid' }) => (
        <i key={key} data-look={look} style={{ '--c': paint(colour), '--w': ratio(weight, total) } as CSSProperties} />
      ))}
    </div>
    {mark && (
      <div className={classes['mark']} style={{ '--at': ratio(mark.at, total) } as CSSProperties}>
        {mark.text && <span data-side={mark.at / total > 0.8 ? 'left' : mark.at / total < 0.2 ? 'right' : undefined}>{mark.text}</span>}
      </div>
    )}
  </div>
)

/** The small square that ties a line of a table to its segment. */
export const Swatch = ({ colour, look = 'solid' }: Pick<Segment, 'colour' | 'look'>) => (
  <i className={classes['swatch']} data-look={look} style={{ '--c': paint(colour) } as CSSProperties} aria-hidden="true" />
)
