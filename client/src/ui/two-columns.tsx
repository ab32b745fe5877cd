import type { ReactNode } from 'react'
import classes from './two-columns.module.css'

/** The content and its aside (360 px, sticky on a wide screen). On the phone the aside comes `after`, `before`, or not at all (`never`: its action is in the BottomBar). */
export const TwoColumns = ({
  aside,
  label,
  phone = 'after',
  children,
}: {
  aside: ReactNode
  /** Names the aside where a page has two. */
  label?: string
  phone?: 'after' | 'before' | 'never'
  children: ReactNode
}) => (
  <div className={classes['two']} data-phone={phone}>
    <div className="stack">{children}</div>
    <aside aria-label={label} className={`stack ${phone === 'never' ? 'wide-only' : ''}`}>
      {aside}
    </aside>
  </div>
)
