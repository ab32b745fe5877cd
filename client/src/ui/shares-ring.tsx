import type { ReactNode } from 'react'
import classes from './shares-ring.module.css'

export type RingPart = {
  key: string
  weight?: number
  colour?: number | string | undefined
  look?: 'solid' | 'open' | 'mine' | 'empty' | undefined
  text?: string | undefined
}
type Props = { parts: readonly RingPart[]; label?: string; size?: number; thickness?: number; children?: ReactNode }

const middle = 36
const paint = (colour: number | string | undefined) =>
  typeof colour === 'number' ? `var(--f${colour + 1})` : (colour ?? 'var(--canard-5)')
const point = (turn: number, radius: number) => {
  const angle = (turn - 0.25) * 2 * Math.PI
  return `${(middle + radius * Math.cos(angle)).toFixed(2)} ${(middle + radius * Math.sin(angle)).toFixed(2)}`
}
const arc = (from: number, to: number, radius: number) =>
  `M${point(from, radius)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to, radius)}`

/** The outline of a segment, for those that are open or one's own. */
const outline = (from: number, to: number, inner: number, outer: number) => {
  const wide = to - from > 0.5 ? 1 : 0
  return `M${point(from, outer)}A${outer} ${outer} 0 ${wide} 1 ${point(to, outer)}L${point(to, inner)}A${inner} ${inner} 0 ${wide} 0 ${point(from, inner)}Z`
}

/** The round of shares: our sign. One segment each, `empty` in paper, `open` dashed, `mine` outlined; words or an icon in the middle. */
export const SharesRing = ({ parts, label, size = 140, thickness = 11, children }: Props) => {
  const total = parts.reduce((sum, { weight = 1 }) => sum + weight, 0) || 1
  const gap = parts.length > 1 ? 0.011 : 0
  const radius = 25 + (11 - thickness) / 2
  let turn = 0
  const slices = parts.map((part) => {
    const from = turn
    turn += (part.weight ?? 1) / total
    return { ...part, from: from + gap / 2, to: Math.min(turn - gap / 2, from + 0.9995) }
  })
  return (
    <div className={classes['ring']} style={{ width: size, maxWidth: '100%' }} {...(label ? { role: 'img', 'aria-label': label } : {})}>
      <svg viewBox="4 4 64 64" aria-hidden="true">
        {slices.map(({ key, from, to, look = 'solid', colour, text }) => (
          <g key={key}>
            {look === 'solid' || look === 'empty' ? (
              <path
                d={arc(from, to, radius)}
                fill="none"
                stroke={look === 'empty' ? 'var(--line)' : paint(colour)}
                strokeWidth={thickness}
              />
            ) : (
              <path
                d={outline(from, to, radius - thickness / 2 + 0.7, radius + thickness / 2 - 0.7)}
                fill={look === 'mine' ? 'transparent' : 'var(--ocre-0)'}
                stroke={look === 'mine' ? paint(colour) : 'var(--ocre-8)'}
                strokeWidth={1.4}
                {...(look === 'open' ? { strokeDasharray: '2.6 2' } : {})}
              />
            )}
            {text && (
              <RingText turn={(from + to) / 2} radius={radius} fill={look === 'solid' ? 'var(--on-firm)' : 'var(--ink)'} text={text} />
            )}
          </g>
        ))}
      </svg>
      {children && <div className={classes['middle']}>{children}</div>}
    </div>
  )
}

const RingText = ({ turn, radius, fill, text }: { turn: number; radius: number; fill: string; text: string }) => {
  const [x, y] = point(turn, radius).split(' ')
  return (
    <text x={x} y={y} fill={fill} textAnchor="middle" dominantBaseline="central" className={classes['text']}>
      {text}
    </text>
  )
}

/** The round with `filled` seats of `seats` taken; for empty states, progress and illustrations. */
export const Seats = ({
  filled,
  seats,
  size,
  label,
  children,
}: {
  filled: number
  seats: number
  size?: number
  label?: string
  children?: ReactNode
}) => (
  <SharesRing
    parts={Array.from({ length: seats }, (_, index) => ({
      key: String(index),
      colour: [1, 0, 2, 3, 4, 7, 5, 6][index % 8],
      look: index < filled ? ('solid' as const) : ('empty' as const),
    }))}
    {...(size ? { size } : {})}
    {...(label ? { label } : {})}
  >
    {children}
  </SharesRing>
)
