import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import classes from './bids.module.css'

type Props = { comparison: BidComparison; wereSealed: boolean }

/** Who could read what, and until when: bids under seal, opened together, or open from the start. */
export const SealNotice = ({ comparison, wereSealed }: Props) => {
  const { t } = useTranslation('bids')
  const words = comparison.areSealed ? 'sealed' : wereSealed ? 'opened' : 'open'
  const Icon = words === 'open' ? IconLockOpen : IconLock
  return (
    <p className={classes['seal']}>
      <Icon aria-hidden="true" />
      <span>
        <strong>{t(`seal.${words}.title`, { at: comparison.bidsCloseAt })}</strong>{' '}
        <span className="wide-only">{t(`seal.${words}.text`)}</span>
      </span>
    </p>
  )
}
