import type { ReactNode } from 'react'
import { Checkbox } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import classes from './pledges.module.css'

type Props = {
  label: string
  hint?: ReactNode
  isOn: boolean
  onToggle: (isOn: boolean) => void
  /** What is wrong with its value: said under the whole sentence. */
  error?: string | undefined
  /** The id of its field. */
  field?: string
  children: ReactNode
}

/** The id of the sentence that says what is wrong with a field. */
export const faultIdOf = (field: string) => `${field}-faute`

/** A sentence that one ticks, and the value that completes it. */
export const ConditionLine = ({ label, hint, isOn, onToggle, error, field = '', children }: Props) => (
  <div className={classes['condition']}>
    <div>
      <Checkbox label={label} checked={isOn} onChange={(event) => onToggle(event.currentTarget.checked)} />
      {hint && <small>{hint}</small>}
    </div>
    <div className={classes['control']}>{children}</div>
    {isOn && error && (
      <p className={classes['oops']} id={faultIdOf(field)}>
        <IconAlertCircle className="ico" aria-hidden="true" />
        <span>{error}</span>
      </p>
    )}
  </div>
)
