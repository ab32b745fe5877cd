import { IconCheck } from '@tabler/icons-react'
import type { OrganisationMark } from '@mutuo/shared/organisations/organisation.schema.ts'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './card.module.css'

/** Who has given their word, and who is still awaited; `label` says it in words. */
export const Heads = ({
  done,
  waiting,
  label,
}: {
  done: readonly OrganisationMark[]
  waiting: readonly OrganisationMark[]
  label: string
}) => (
  <div className={classes['heads']} role="img" aria-label={label}>
    {done.map((firm) => (
      <span key={firm.id} className={classes['done']}>
        <FirmMark of={firm} />
        <IconCheck aria-hidden="true" />
      </span>
    ))}
    {waiting.map((firm) => (
      <span key={firm.id} className={classes['awaited']}>
        {firm.initials}
      </span>
    ))}
  </div>
)
