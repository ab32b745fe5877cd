import { Trans, useTranslation } from 'react-i18next'
import type { BidComparison } from '@mutuo/shared/bids/bid.schema.ts'
import { spelled } from '../../platform/spelled.ts'

/** How many firms the prices are for, and whose price is read. */
export const ComparisonLead = ({ comparison }: { comparison: BidComparison }) => {
  const { t } = useTranslation('bids')
  const firms = spelled(comparison.firms)
  const mine = comparison.items.find((bid) => bid.mine)?.mine
  if (!mine) return t('lead.others', { count: comparison.firms, firms })
  const key = mine.capMinor === undefined ? 'lead.mine' : 'lead.mineCapped'
  return <Trans t={t} i18nKey={key} values={{ firms, cap: mine.capMinor }} count={comparison.firms} components={{ b: <strong /> }} />
}
