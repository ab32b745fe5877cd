import type { ReactNode } from 'react'
import { IconCreditCard, IconCreditCardOff } from '@tabler/icons-react'
import classes from './card-line.module.css'

type Props = { title: ReactNode; note?: ReactNode; refused?: boolean; children?: ReactNode }

/** A payment card in one line: what its owner knows it by, and what stands at the right. `refused` where the bank said no. */
export const CardLine = ({ title, note, refused = false, children }: Props) => {
  const Icon = refused ? IconCreditCardOff : IconCreditCard
  return (
    <div className={classes['line']}>
      <span className={classes['card']} data-refused={refused || undefined} aria-hidden="true">
        <Icon width={28} height={28} />
      </span>
      <p>
        <b>{title}</b>
        {note && (
          <>
            <br />
            <span className="muted">{note}</span>
          </>
        )}
      </p>
      {children && <div className={classes['end']}>{children}</div>}
    </div>
  )
}
