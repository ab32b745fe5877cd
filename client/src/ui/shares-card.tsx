import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { Card } from './card.tsx'
import { Pile, type Mark } from './firm-mark.tsx'
import { SharesBar, type Segment } from './shares-bar.tsx'
import classes from './shares-card.module.css'

type Props = {
  to: string
  title: string
  /** First line: what it is, how long it lasts. */
  chips: ReactNode
  place: ReactNode
  bar: { segments: readonly Segment[]; total: number; label: string; mark?: { at: number } | undefined }
  marks: readonly Mark[]
  /** How many they are, where `marks` are only the first of them. */
  count?: number
  /** A seat is still free. */
  open?: boolean
  /** Who is missing, or that the minimum is reached. */
  status: ReactNode
  part: { label: string; note: ReactNode; price: ReactNode }
  as?: 'h2' | 'h3'
}

/** A thing that several buy together, in a list: its bar, who is in, who is missing, one's own price. The whole card is the link. */
export const SharesCard = ({ to, title, chips, place, bar, marks, count, open = false, status, part, as: Heading = 'h3' }: Props) => (
  <Card as="article" plain className={classes['card']}>
    <div className="row between">{chips}</div>
    <Heading>
      <Link to={to}>{title}</Link>
    </Heading>
    <p className="muted">{place}</p>
    <div className={classes['bar']}>
      <SharesBar {...bar} size="sm" />
    </div>
    <div className={classes['who']}>
      <Pile marks={marks} max={4} open={open} {...(count === undefined ? {} : { count })} />
      {status}
    </div>
    <div className={classes['part']}>
      <span>
        {part.label}
        <br />
        <small>{part.note}</small>
      </span>
      <b>{part.price}</b>
    </div>
  </Card>
)

/** The grid of such cards. */
export const SharesCards = ({ children }: { children: ReactNode }) => <ul className={classes['cards']}>{children}</ul>

/** A bar whose firms weigh the same: what each promised is nobody else's business. */
export const equalSegments = (marks: readonly Mark[], count: number, weight: number): Segment[] =>
  Array.from({ length: count }, (_, index) => ({ key: String(index), weight: weight / count, colour: marks[index]?.colour ?? 6 }))
