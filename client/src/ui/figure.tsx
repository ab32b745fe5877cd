import type { ReactNode } from 'react'
import classes from './figure.module.css'

/** A number that counts, in display type, with the words that follow it in small. */
export const Figure = ({
  children,
  after,
  small,
  accent,
}: {
  children: ReactNode
  after?: ReactNode
  small?: boolean
  accent?: boolean
}) => (
  <p className={classes['figure']} data-small={small || undefined} data-accent={accent || undefined}>
    {children}
    {after && <span className={classes['after']}> {after}</span>}
  </p>
)
