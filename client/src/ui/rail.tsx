import type { ReactNode } from 'react'
import { IconCheck, IconExclamationMark, IconX } from '@tabler/icons-react'
import classes from './rail.module.css'

export type RailStep = {
  key: string
  look: 'done' | 'now' | 'attention' | 'todo' | 'skipped'
  title: ReactNode
  aside?: ReactNode
  children?: ReactNode
  highlight?: boolean
}

const dots = { done: <IconCheck />, skipped: <IconX />, attention: <IconExclamationMark /> }

type Props = {
  steps: readonly RailStep[]
  label?: string
  as?: 'h2' | 'h3' | 'h4'
  /** What a step holds takes the whole width on the phone, under its dot and title. */
  wide?: boolean
}

/** Steps in time: done, now, to come. The present one carries `aria-current="step"`. */
export const Rail = ({ steps, label, as: Heading = 'h3', wide = false }: Props) => (
  <ol className={classes['rail']} aria-label={label} data-wide={wide ? '' : undefined}>
    {steps.map(({ key, look, title, aside, children, highlight }, index) => (
      <li
        key={key}
        data-look={look}
        data-highlight={highlight ? '' : undefined}
        {...(look === 'now' || look === 'attention' ? { 'aria-current': 'step' as const } : {})}
      >
        <span className={classes['dot']} aria-hidden="true">
          {look === 'now' || look === 'todo' ? index + 1 : dots[look]}
        </span>
        <div className={classes['body']}>
          <div className={classes['head']}>
            <Heading>{title}</Heading>
            {aside && <div className={classes['aside']}>{aside}</div>}
          </div>
          {children}
        </div>
      </li>
    ))}
  </ol>
)
