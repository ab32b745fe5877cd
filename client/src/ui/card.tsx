import type { ComponentPropsWithoutRef, ElementType } from 'react'
import classes from './card.module.css'

type Props = ComponentPropsWithoutRef<'section'> & {
  as?: ElementType
  flat?: boolean
  edge?: 'ocre' | 'red' | 'canard' | undefined
  tight?: boolean
  plain?: boolean
}

/** A sheet of paper on the page, its children stacked. `edge` colours its left side, `flat` has no ground, `plain` does not stack. */
export const Card = ({ as: Element = 'section', flat, edge, tight, plain, className, ...rest }: Props) => (
  <Element
    className={[classes['card'], !plain && 'stack', tight && 'tight', flat && classes['flat'], className].filter(Boolean).join(' ')}
    data-edge={edge}
    {...rest}
  />
)

/** The first line of a card: its title and what stands at the right. */
export const CardHead = ({
  title,
  id,
  children,
  as: Heading = 'h2',
  hint,
}: {
  title: React.ReactNode
  id?: string
  children?: React.ReactNode
  as?: 'h2' | 'h3'
  hint?: React.ReactNode
}) => (
  <div className={classes['head']}>
    <div>
      <Heading id={id}>{title}</Heading>
      {hint && <p className="muted">{hint}</p>}
    </div>
    {children}
  </div>
)
