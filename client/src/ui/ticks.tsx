import type { ReactNode } from 'react'
import { IconCheck, IconX } from '@tabler/icons-react'
import classes from './ticks.module.css'

/** A short list of what is so; `no` of what is not. */
export const Ticks = ({ items, no = false }: { items: readonly ReactNode[]; no?: boolean }) => (
  <ul className={classes['ticks']}>
    {items.map((item, index) => (
      <li key={index}>
        {no ? <IconX className="ico" aria-hidden="true" /> : <IconCheck className="ico" aria-hidden="true" />}
        <span>{item}</span>
      </li>
    ))}
  </ul>
)
