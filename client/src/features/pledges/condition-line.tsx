import type { ReactNode } from 'react'
import { Checkbox } from '@mantine/core'
import classes from './pledges.module.css'

type Props = { label: string; hint?: string; isOn: boolean; onToggle: (isOn: boolean) => void; children: ReactNode }

/** A sentence that one ticks, and the value that completes it. */
export const ConditionLine = ({ label, hint, isOn, onToggle, children }: Props) => (
  <div className={classes['condition']}>
    <div>
      <Checkbox label={label} checked={isOn} onChange={(event) => onToggle(event.currentTarget.checked)} />
      {hint && <small>{hint}</small>}
    </div>
    <div className={classes['control']}>{children}</div>
  </div>
)
