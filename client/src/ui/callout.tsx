import type { ReactNode } from 'react'
import classes from './callout.module.css'

type Props = {
  tone?: 'canard' | 'ocre' | 'plain' | 'bad' | 'ok'
  icon?: ReactNode
  actions?: ReactNode
  live?: boolean
  /** Long or to be weighed: the words keep the colour of text. */
  ink?: boolean
  children: ReactNode
}

/** What deserves a pause: a fact that reassures (canard), that asks for attention (ocre), that failed (bad). `live` is read out when it appears. */
export const Callout = ({ tone = 'canard', icon, actions, live, ink, children }: Props) => (
  <div className={classes['callout']} data-tone={tone} data-ink={ink ? '' : undefined} {...(live ? { role: 'status' } : {})}>
    {icon && (
      <span className={classes['icon']} aria-hidden="true">
        {icon}
      </span>
    )}
    <div className={classes['body']}>
      <div>{children}</div>
      {actions && <div className="row">{actions}</div>}
    </div>
  </div>
)
