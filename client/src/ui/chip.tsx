import type { ReactNode } from 'react'
import classes from './chip.module.css'

export type Tone = 'canard' | 'ocre' | 'plain' | 'bad' | 'ok'

/** A short fact in a pill. The tone never says anything that the words do not. */
export const Chip = ({ tone = 'canard', icon, children }: { tone?: Tone | undefined; icon?: ReactNode; children: ReactNode }) => (
  <span className={classes['chip']} data-tone={tone}>
    {icon}
    <span>{children}</span>
  </span>
)
