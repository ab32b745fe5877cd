import type { ReactNode } from 'react'
import { Card } from './card.tsx'
import { Seats } from './shares-ring.tsx'
import classes from './empty-state.module.css'

/** Nothing here yet: says so kindly, and what to do about it. */
export const EmptyState = ({
  title,
  text,
  actions,
  seats = { filled: 0, seats: 6 },
  as: Heading = 'h2',
}: {
  title: ReactNode
  text?: ReactNode
  actions?: ReactNode
  seats?: { filled: number; seats: number }
  as?: 'h2' | 'h3'
}) => (
  <Card plain className={classes['empty']}>
    <Seats {...seats} size={140} />
    <div className="stack tight">
      <Heading>{title}</Heading>
      {text && <p className="muted">{text}</p>}
      {actions && <div className="row">{actions}</div>}
    </div>
  </Card>
)
