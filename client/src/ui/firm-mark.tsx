import type { CSSProperties, ReactNode } from 'react'
import { colourOf, initialsOf, shapeOf } from './mark.ts'
import classes from './firm-mark.module.css'

export type Mark = {
  id?: string | undefined
  name: string
  kind?: string | undefined
  initials?: string | undefined
  colour?: number | undefined
}
type Props = { of: Mark; size?: 'xs' | 'sm' | 'md' | 'lg'; named?: boolean }

/**
 * Who it is, everywhere the same: a disc with initials (a firm), a rounded square (a freelancer), a house (an association).
 * Silent for screen readers unless `named`: the name is nearly always written beside it.
 */
export const FirmMark = ({ of, size = 'md', named = false }: Props) => (
  <span
    className={classes['mark']}
    data-size={size}
    data-shape={shapeOf(of.kind)}
    style={{ '--c': `var(--f${(of.colour ?? colourOf(of.id ?? of.name)) + 1})` } as CSSProperties}
    {...(named ? { role: 'img', 'aria-label': of.name, title: of.name } : { 'aria-hidden': true })}
  >
    {of.initials ?? initialsOf(of.name)}
  </span>
)

/** The mark and the name on one line, with what is said of it under the name. */
export const FirmName = ({ of, size = 'sm', note }: { of: Mark; size?: 'xs' | 'sm' | 'md' | 'lg'; note?: ReactNode }) => (
  <span className={classes['named']}>
    <FirmMark of={of} size={size} />
    <span>
      {of.name}
      {note && <small>{note}</small>}
    </span>
  </span>
)

/** A seat nobody has taken yet, or a number of further ones (`+4`). */
export const OpenMark = ({ size = 'md', children = '+' }: { size?: 'xs' | 'sm' | 'md' | 'lg'; children?: string }) => (
  <span className={classes['mark']} data-size={size} data-shape="disc" data-open="" aria-hidden="true">
    {children}
  </span>
)

/** Several marks that overlap, at most `max`; then how many more of `count`, then an open seat where `open`. `label` says it in words. */
export const Pile = ({
  marks,
  max = 6,
  size = 'sm',
  open = false,
  count,
  label,
}: {
  marks: readonly Mark[]
  max?: number
  count?: number
  size?: 'xs' | 'sm' | 'md'
  open?: boolean
  label?: string
}) => {
  const all = Math.max(count ?? 0, marks.length)
  const shown = all > max ? marks.slice(0, max - 1) : marks
  const more = all - shown.length
  return (
    <span className={classes['pile']} {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {shown.map((mark, index) => (
        <FirmMark key={mark.id ?? index} of={mark} size={size} />
      ))}
      {more > 0 && (
        <span className={classes['mark']} data-size={size} data-shape="disc">
          +{more}
        </span>
      )}
      {open && <OpenMark size={size} />}
    </span>
  )
}
