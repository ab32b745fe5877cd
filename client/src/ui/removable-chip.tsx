import { UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './removable-chip.module.css'

/** Something that was chosen, which a tap takes away; `remove` says so to a screen reader. */
export const RemovableChip = ({ remove, onRemove, children }: { remove: string; onRemove: () => void; children: ReactNode }) => (
  <UnstyledButton className={classes['chosen']} onClick={onRemove}>
    {children}
    <span className="sr"> {remove}</span>
    <IconX className="ico sm" aria-hidden="true" />
  </UnstyledButton>
)
