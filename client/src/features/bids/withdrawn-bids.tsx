import { useTranslation } from 'react-i18next'
import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import { Card, CardHead } from '../../ui/card.tsx'
import { FirmMark } from '../../ui/firm-mark.tsx'
import classes from './negotiation.module.css'

/** Who was in the comparison and has left it, and why. */
export const WithdrawnBids = ({ withdrawn }: { withdrawn: BidComparison['withdrawn'] }) => {
  const { t } = useTranslation('negotiation')
  if (withdrawn.length === 0) return null
  return (
    <Card aria-labelledby="retirees">
      <CardHead id="retirees" title={t('withdrawn.title')} hint={t('withdrawn.hint')} />
      <ul className={classes['gone']}>
        {withdrawn.map(({ freelancer, reason }, index) => (
          <li key={`${freelancer.id}${index}`}>
            <FirmMark of={freelancer} size="sm" />
            <div>
              <b>{freelancer.name}</b>
              <p>{reason}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
