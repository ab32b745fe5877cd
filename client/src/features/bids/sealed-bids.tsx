import { useTranslation } from 'react-i18next'
import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './bids.module.css'

/** Bids under seal: who has bid, never how much. */
export const SealedBids = ({ comparison }: { comparison: BidComparison }) => {
  const { t } = useTranslation('bids')
  return (
    <Card aria-labelledby="sealed">
      <CardHead id="sealed" title={t('sealed.title')} hint={t('sealed.hint')} />
      <ul className={classes['sealed']}>
        {comparison.items.map(({ id, freelancer, submittedAt }) => (
          <li key={id}>
            <FirmMark of={freelancer} />
            <span>
              <b>{freelancer.name}</b>
              <small>{[freelancer.headline, freelancer.commune].filter(Boolean).join(', ')}</small>
            </span>
            {submittedAt && (
              <small>
                {t('sealed.received')} <When at={submittedAt} as="day" />
              </small>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
