import { useId, type ReactNode } from 'react'
import { Button, type ButtonProps } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import classes from './disabled-action.module.css'

/** An action one may not do now, and the sentence that says why, on screen. It can be reached by keyboard, so that the reason is heard. */
export const DisabledAction = ({
  reason,
  children,
  ...button
}: Omit<ButtonProps, 'disabled'> & { reason: ReactNode; children: ReactNode }) => {
  const id = useId()
  return (
    <span className={classes['action']}>
      <Button
        {...button}
        aria-disabled="true"
        aria-describedby={id}
        data-disabled
        onClick={(event: React.MouseEvent) => event.preventDefault()}
      >
        {children}
      </Button>
      <span className={classes['reason']} id={id}>
        <IconLock className="ico sm" aria-hidden="true" /> {reason}
      </span>
    </span>
  )
}
